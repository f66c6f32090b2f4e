import { expect, type Frame } from '@playwright/test';
import { ready, say, tokenExpired, tokenRefresh, stopTime, type TrustRig } from '../../src/trust/trustRig.ts';
import { test } from '../../src/trust/trustTest.ts';

/** Nothing came of what was said: the embed is as it was, and still takes a message that it knows. */
async function expectUnmoved(rig: TrustRig, frame: Frame): Promise<void> {
  await rig.attended(frame);
  expect(await rig.view()).toMatchObject({ status: 'live', page: null, height: null, problem: null });
  expect(
    await rig.read(({ launches, refreshes, pages, heights, problems }) => [
      launches,
      refreshes,
      pages,
      heights,
      problems,
    ]),
  ).toEqual([1, 0, [], [], []]);
  await say(frame, { type: 'meshes:navigate', path: '/after' });
  await rig.attended(frame);
  expect(await rig.read((hosted) => hosted.pages)).toEqual(['/after']);
}

test('B1: values that are no messages', async ({ rig }) => {
  const frame = await rig.live();
  await frame.evaluate(() => {
    const values = [
      null,
      undefined,
      7,
      Number.NaN,
      'meshes:ready',
      ['meshes:ready'],
      new Map([['type', 'meshes:ready']]),
      new Set(),
      new Date(),
      new Error('x'),
      10n,
    ];
    // oxlint-disable-next-line no-new-wrappers -- Boxed values survive structured clone as what they are.
    for (const value of [...values, new String('meshes:ready'), new Number(1), /meshes/, new ArrayBuffer(8), true])
      parent.postMessage(value, '*');
  });
  await expectUnmoved(rig, frame);
});

test('B2: types that are none', async ({ rig }) => {
  const frame = await rig.live();
  await frame.evaluate(() => {
    // oxlint-disable-next-line no-new-wrappers -- Boxed values survive structured clone as what they are.
    const types = [
      undefined,
      null,
      1,
      '',
      'constructor',
      '__proto__',
      'toString',
      'hasOwnProperty',
      new String('meshes:token-refresh'),
      ['meshes:token-refresh'],
      'meshes:token-refresh ',
    ];
    for (const type of [
      ...types,
      'MESHES:TOKEN-REFRESH',
      'meshes:'.padEnd(1_000_000, 'x'),
      { toString: 'meshes:token-refresh' },
    ])
      parent.postMessage({ type }, '*');
    parent.postMessage(Object.create({ type: 'meshes:token-refresh' }), '*');
  });
  await expectUnmoved(rig, frame);
});

test('B3: an own __proto__ key changes no prototype', async ({ rig }) => {
  const frame = await rig.live();
  await frame.evaluate(() => {
    parent.postMessage(JSON.parse('{"__proto__":{"type":"meshes:token-refresh","polluted":true}}'), '*');
    parent.postMessage(
      JSON.parse(
        '{"type":"meshes:unheard-of","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
      ),
      '*',
    );
  });
  await expectUnmoved(rig, frame);
  expect(await rig.page.evaluate(() => 'polluted' in {})).toBe(false);
});

test('B4: data of any size and shape', async ({ rig }) => {
  const frame = await rig.live();
  await frame.evaluate(() => {
    const cyclic: Record<string, unknown> = { type: 'meshes:cyclic' };
    cyclic['self'] = cyclic;
    let deep: unknown = 1;
    for (let level = 0; level < 2000; level += 1) deep = { deep };
    const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`key${key}`, key]));
    for (const data of [
      cyclic,
      { type: 'meshes:deep', deep },
      { type: 'meshes:wide', ...wide },
      { type: 'meshes:long', text: 'x'.repeat(20_000_000) },
    ])
      parent.postMessage(data, '*');
  });
  await expectUnmoved(rig, frame);
  expect(JSON.stringify(await rig.read((hosted) => hosted.trace)).length).toBeLessThan(10_000);
});

test('B5: a burst of 100,000 asks is one refresh', async ({ rig }) => {
  await stopTime(rig);
  const frame = await rig.live();
  await frame.evaluate((message) => {
    for (let count = 0; count < 100_000; count += 1) parent.postMessage(message, '*');
  }, tokenRefresh);
  await rig.attended(frame);
  expect(await rig.read((hosted) => hosted.refreshes)).toBe(1);
  expect(await rig.view()).toMatchObject({ problem: null });
});

test('B5: a burst of 100,000 heights is one height a frame', async ({ rig }) => {
  await stopTime(rig);
  const frame = await rig.live();
  await frame.evaluate(() => {
    for (let count = 1; count <= 100_000; count += 1)
      parent.postMessage({ type: 'meshes:resize', height: 500 + (count % 4000) }, '*');
  });
  await rig.attended(frame);
  await rig.page.clock.runFor(1000);
  expect(await rig.read((hosted) => hosted.heights)).toEqual([500 + (100_000 % 4000)]);
});

test('B6: heights that are none, and heights beyond all bounds', async ({ rig }) => {
  await stopTime(rig);
  const frame = await rig.live();
  const report = async (...heights: unknown[]): Promise<number[]> => {
    await say(frame, ...heights.map((height) => ({ type: 'meshes:resize', height })));
    await rig.attended(frame);
    await rig.page.clock.runFor(100);
    return rig.read((hosted) => hosted.heights);
  };
  expect(await report(Number.NaN, Infinity, -Infinity, -5, 0, '900', {}, [900], null)).toEqual([]);
  expect(await report(700.2)).toEqual([701]);
  expect(await report(1)).toEqual([701, 480]);
  expect(await report(1_000_000_000)).toEqual([701, 480, 20_000]);
  expect(await rig.page.locator('iframe').evaluate((iframe) => iframe.style.height)).toBe('20000px');
});

for (const [what, heightAt] of [
  ['goes to and fro', (step: number) => (step % 2 === 0 ? 600 : 900)],
  ['grows with every answer', (step: number) => 600 + step * 3],
] as const) {
  test(`B7: a height that ${what} is held, and reported once`, async ({ rig }) => {
    await stopTime(rig);
    const frame = await rig.live();
    for (let step = 0; step < 130; step += 1) {
      await say(frame, { type: 'meshes:resize', height: heightAt(step) });
      await rig.attended(frame);
      await rig.page.clock.runFor(20);
    }
    const { heights, problems } = await rig.read((hosted) => ({ heights: hosted.heights, problems: hosted.problems }));
    expect(problems).toEqual(['height-loop']);
    expect(heights.length).toBeLessThan(100);
    expect(heights.at(-1)).toBe(Math.max(...heights));
  });
}

test('B8: pages are text, whatever they say', async ({ rig }) => {
  const frame = await rig.live();
  const pages = [
    'javascript:alert(1)',
    '//foreign.test/',
    'https://foreign.test/',
    '/a\r\nSet-Cookie: b',
    '<img src=x onerror=alert(1)>',
    '/nowhere',
    '../../..',
    '',
  ];
  const told = [...pages, 'x'.repeat(2048), null];
  for (const [index, path] of [...pages, 'x'.repeat(10_000), { toString: 1 }].entries()) {
    await say(frame, { type: 'meshes:navigate', path });
    await expect.poll(() => rig.read((hosted) => hosted.pages)).toEqual(told.slice(0, index + 1));
  }
  expect(rig.page.url()).toBe('https://host.test/host');
  expect(await rig.page.locator('img').count()).toBe(0);
  expect(await rig.read((hosted) => hosted.launches)).toBe(1);
});

test('B9: asks that never end are served ever more rarely, within the budget', async ({ rig }) => {
  await stopTime(rig);
  const frame = await rig.live();
  for (let minute = 0; minute < 9; minute += 1) {
    for (let ask = 0; ask < 6; ask += 1) {
      await say(frame, tokenRefresh);
      await rig.attended(frame);
      await rig.page.clock.runFor(10_000);
    }
  }
  const { launches, refreshes } = await rig.read((hosted) => ({
    launches: hosted.launches,
    refreshes: hosted.refreshes,
  }));
  expect(launches).toBe(1);
  expect(refreshes).toBeLessThanOrEqual(12);
  expect(refreshes).toBeGreaterThan(1);
});

test('B10: expired and refresh together are one refresh, and a ready in the midst of it is answered with what there is', async ({
  rig,
}) => {
  await stopTime(rig);
  const frame = await rig.live();
  await rig.read((hosted) => hosted.hold());
  await say(frame, tokenExpired, tokenRefresh, ready, ready);
  await rig.attended(frame);
  await rig.read((hosted) => hosted.release());
  await expect.poll(async () => (await rig.heard(frame)).length).toBe(4);
  const [launched, refreshed] = await rig.read((hosted) => hosted.tokens);
  const sent = (await rig.heard(frame)).map(({ data }) => (data as { token: string }).token);
  expect(sent).toEqual([launched, launched, launched, refreshed]);
  expect(await rig.read((hosted) => hosted.refreshes)).toBe(1);
});

test('B11: types and fields of a later version are let pass quietly', async ({ rig }) => {
  const frame = await rig.live();
  await say(frame, { type: 'meshes:theme', dark: true }, { type: 'meshes:toast', text: 'Saved' });
  await expectUnmoved(rig, frame);
  await say(frame, { type: 'meshes:navigate', page: '/rules', path: 7, more: { of: 'it' }, version: 2 });
  await rig.attended(frame);
  expect(await rig.read((hosted) => hosted.pages)).toEqual(['/after', '/rules']);
});

test('B12: what the embed says is found nowhere but where the page takes it', async ({ rig }) => {
  const frame = await rig.live();
  const canary = 'canary<b>said</b>';
  await say(
    frame,
    { type: canary },
    { type: 'meshes:resize', height: canary },
    { type: 'meshes:navigate', path: canary },
    canary,
    { type: 'meshes:auth', token: canary },
  );
  await rig.attended(frame);
  const told = await rig.read(({ embed, trace, problems }) => JSON.stringify([trace, problems, embed.diagnose()]));
  expect(told).not.toContain('said');
  expect(await rig.page.content()).not.toContain('said');
  expect(await rig.view()).toMatchObject({ page: canary });
});
