import { expect } from '@playwright/test';
import { embedOrigin, foreignOrigin, ready, say, tokenExpired, tokenRefresh } from '../../src/trust/trustRig.ts';
import { test } from '../../src/trust/trustTest.ts';

test('C1, C5: the token goes out as type and token only, from the page itself', async ({ rig }) => {
  const frame = await rig.live();
  const [token] = await rig.read((hosted) => hosted.tokens);
  expect(await rig.heard(frame)).toEqual([{ origin: 'https://host.test', data: { type: 'meshes:auth', token } }]);
});

test('C2: nothing goes out before ready', async ({ rig }) => {
  const frame = await rig.embed();
  await say(
    frame,
    tokenRefresh,
    tokenExpired,
    { type: 'meshes:navigate', path: '/' },
    { type: 'meshes:resize', height: 600 },
  );
  await rig.page.evaluate(() => window.hosted[0]?.embed.refresh());
  expect(await rig.heard(frame)).toEqual([]);
  expect(await rig.read((hosted) => hosted.refreshes)).toBe(0);
});

test('C1, C3: an embed that leaves between ready and the answer is not followed', async ({ rig }) => {
  const frame = await rig.embed();
  await frame.evaluate(
    ([message, address]) => {
      parent.postMessage(message, '*');
      location.href = address;
    },
    [ready, `${foreignOrigin}/`] as const,
  );
  await frame.waitForURL(`${foreignOrigin}/`);
  expect(await rig.heard(frame)).toEqual([]);
  // So soon after ready it could be a launch page that moved on; one that says nothing from then on was none. On a busy
  // machine the load may come later, as that of a reload does.
  await expect
    .poll(() => rig.read((hosted) => [hosted.problems, hosted.launches]))
    .toEqual([[expect.stringMatching(/^(embed-silent|frame-reloaded)$/)], 2]);
});

test('C1, C3: a token sent to an embed that has left, before that can be noticed, is not delivered', async ({
  rig,
}) => {
  const frame = await rig.live();
  await rig.read((hosted) => hosted.hold());
  await say(frame, tokenRefresh);
  await rig.attended(frame);
  // Its document is there and goes on loading: the iframe has not fired `load`.
  await frame.goto(`${foreignOrigin}/loading`, { waitUntil: 'commit' });
  await rig.read((hosted) => hosted.release());
  await expect.poll(() => rig.read((hosted) => hosted.trace.filter(({ kind }) => kind === 'out').length)).toBe(2);
  expect(await rig.heard(frame)).toEqual([]);
});

test('C4: a session that comes after destroy is thrown away', async ({ rig }) => {
  await rig.host({ held: true });
  await expect.poll(() => rig.read((hosted) => hosted.launches)).toBe(1);
  await rig.read(({ embed, release }) => {
    embed.destroy();
    release();
  });
  expect(await rig.view()).toMatchObject({ status: 'closed', sessionId: null });
  expect(await rig.page.locator('iframe').count()).toBe(0);
});

test('C4: a session that comes after a newer one is thrown away', async ({ rig }) => {
  await rig.host({ held: true });
  await expect.poll(() => rig.read((hosted) => hosted.launches)).toBe(1);
  await rig.read(({ embed, pass }) => {
    pass();
    embed.relaunch();
  });
  const frame = await rig.frame();
  await rig.read(({ release }) => release());
  await say(frame, ready);
  await expect.poll(async () => (await rig.heard(frame)).length).toBe(1);
  expect(await rig.view()).toMatchObject({ status: 'live', sessionId: 'session-2' });
  expect(await rig.page.locator('iframe').count()).toBe(1);
});

test('C4: nothing goes out after destroy', async ({ rig }) => {
  const frame = await rig.live();
  await rig.read(({ embed }) => {
    embed.refresh();
    embed.destroy();
  });
  expect(await rig.page.locator('iframe').count()).toBe(0);
  expect(frame.isDetached()).toBe(true);
  expect(await rig.view()).toMatchObject({ status: 'closed' });
});

test('C6: an iframe whose address the page swaps gets nothing, and is launched again', async ({ rig }) => {
  const frame = await rig.live();
  await rig.page.locator('iframe').evaluate((iframe, address) => {
    (iframe as HTMLIFrameElement).src = address;
  }, `${foreignOrigin}/swapped`);
  await frame.waitForURL(`${foreignOrigin}/swapped`);
  await say(frame, ready);
  expect(await rig.heard(frame)).toEqual([]);
  await expect.poll(() => rig.read((hosted) => hosted.launches)).toBe(2);
});

test('C6: an iframe whose address is swapped while it is launched is noticed at once', async ({ rig }) => {
  const frame = await rig.embed();
  await rig.page.locator('iframe').evaluate((iframe, address) => {
    (iframe as HTMLIFrameElement).src = address;
  }, `${foreignOrigin}/swapped`);
  await frame.waitForURL(`${foreignOrigin}/swapped`);
  await say(frame, ready);
  expect(await rig.heard(frame)).toEqual([]);
  await expect.poll(() => rig.read((hosted) => hosted.problems)).toEqual(['frame-reloaded']);
  expect(
    await rig.page
      .locator('iframe')
      .evaluate((iframe) => (iframe as HTMLIFrameElement).src)
      .catch(() => 'gone'),
  ).not.toContain('swapped');
});

const noTokens: Readonly<Record<string, unknown>> = {
  empty: '',
  blank: ' \n\t',
  'a number': 42,
  'an object': { token: 'x' },
  null: null,
  'over 8 kB': 'x'.repeat(8193),
};
for (const [what, accessToken] of Object.entries(noTokens)) {
  test(`C7: a token that is ${what} is a problem, and nothing is launched`, async ({ rig }) => {
    await rig.host({ accessToken });
    await expect.poll(async () => (await rig.view()).problem?.code).toBe('token-malformed');
    expect(await rig.page.locator('iframe').count()).toBe(0);
    expect(rig.page.frames().some((frame) => frame.url().startsWith(embedOrigin))).toBe(false);
  });
}
