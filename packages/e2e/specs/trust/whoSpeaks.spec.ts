import { expect } from '@playwright/test';
import { embedOrigin, foreignOrigin, ready, say, stopTime, tokenRefresh, TrustRig } from '../../src/trust/trustRig.ts';
import { test } from '../../src/trust/trustTest.ts';

test('A1: what one embed says moves only its owner', async ({ rig }) => {
  const first = await rig.live();
  const secondIndex = await rig.host();
  const second = await rig.frame(secondIndex);
  await say(second, ready);
  await expect.poll(async () => (await rig.heard(second)).length).toBe(1);
  await say(second, tokenRefresh, { type: 'meshes:navigate', path: '/mine' });
  await expect.poll(async () => (await rig.heard(second)).length).toBe(2);
  expect(await rig.read((hosted) => [hosted.refreshes, hosted.pages], secondIndex)).toEqual([1, ['/mine']]);
  expect(await rig.read((hosted) => [hosted.refreshes, hosted.pages])).toEqual([0, []]);
  expect(await rig.heard(first)).toHaveLength(1);
  // What is another embed’s does not even reach this one.
  expect(await rig.droppedBySource()).toBe(0);
});

test('A2: a frame inside the embed is not the embed', async ({ rig }) => {
  const frame = await rig.embed();
  await frame.evaluate((address) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: address }));
  }, `${embedOrigin}/inner`);
  await expect.poll(() => frame.childFrames()[0]?.url()).toBe(`${embedOrigin}/inner`);
  const inner = frame.childFrames()[0];
  if (!inner) throw new Error('There is no inner frame.');
  await inner.waitForLoadState();
  await inner.evaluate((message) => top?.postMessage(message, '*'), ready);
  await rig.attended(inner, 'top');
  expect(await rig.view()).toMatchObject({ status: 'launching' });
  expect(await rig.heard(frame)).toEqual([]);
  expect(await inner.evaluate(() => window.heard)).toEqual([]);
});

test('A3: a popup that the embed opened is not the embed', async ({ rig }) => {
  const frame = await rig.embed();
  const opened = rig.page.waitForEvent('popup');
  await frame.evaluate((address) => void window.open(address), `${embedOrigin}/popup`);
  const popup = await opened;
  await popup.waitForURL(`${embedOrigin}/popup`);
  await popup.evaluate((message) => window.opener.parent.postMessage(message, '*'), ready);
  await rig.attended(popup.mainFrame(), 'opener.parent');
  expect(await rig.view()).toMatchObject({ status: 'launching' });
  expect(await popup.evaluate(() => window.heard)).toEqual([]);
});

test('A4: a message without a source counts for nothing', async ({ rig }) => {
  const frame = await rig.embed();
  await frame.evaluate((message) => {
    const gone = document.body.appendChild(document.createElement('iframe'));
    const script = gone.contentDocument?.createElement('script');
    if (!script) throw new Error('There is no inner document.');
    script.textContent = `top.postMessage(${JSON.stringify(message)}, '*')`;
    gone.contentDocument?.body.append(script);
    gone.remove();
  }, ready);
  await rig.page.waitForFunction(() =>
    window.heard.some(({ data }) => (data as { type?: string }).type === 'meshes:ready'),
  );
  expect(await rig.droppedBySource()).toBe(1);
  expect(await rig.view()).toMatchObject({ status: 'launching' });
  expect(await rig.heard(frame)).toEqual([]);
});

test('A5: an embed that went to another origin gets nothing there, and is launched again', async ({ rig }) => {
  await stopTime(rig);
  const frame = await rig.live();
  await rig.page.clock.runFor(1_000);
  await frame.goto(`${foreignOrigin}/`);
  await expect.poll(async () => (await rig.view()).status).toBe('launching');
  await say(frame, ready, tokenRefresh);
  expect(await rig.heard(frame)).toEqual([]);
  await rig.page.clock.runFor(3_100);
  await expect.poll(() => rig.read((hosted) => hosted.launches)).toBe(2);
  expect(await rig.read((hosted) => [hosted.refreshes, hosted.problems])).toEqual([0, ['frame-reloaded']]);
});

test('A6: an embed that went away and came back has to say ready again', async ({ rig }) => {
  const frame = await rig.live();
  await frame.goto(`${foreignOrigin}/`);
  await frame.goto(`${embedOrigin}/workspace/rules`);
  await expect.poll(async () => (await rig.view()).status).toBe('launching');
  expect(await rig.heard(frame)).toEqual([]);
  await say(frame, ready);
  await expect.poll(async () => (await rig.heard(frame)).length).toBe(1);
  expect(await rig.view()).toMatchObject({ status: 'live' });
});

test('A7: an opaque origin is no origin', async ({ rig }) => {
  const frame = await rig.embed();
  await frame.goto(`${embedOrigin}/opaque`);
  await say(frame, ready);
  expect(await rig.heard(frame)).toEqual([]);
  expect(await rig.view()).toMatchObject({ status: 'launching' });
});

const lookAlikes = {
  'a suffix': 'https://embed.test.foreign.test',
  'a prefix': 'https://my-embed.test',
  'a subdomain': 'https://www.embed.test',
  'a port': 'https://embed.test:8443',
  'a trailing dot': 'https://embed.test.',
  'a homograph': 'https://xn--mbed-x8c.test',
  'a scheme': 'http://embed.test',
};
for (const [what, origin] of Object.entries(lookAlikes)) {
  test(`A8: an origin that differs by ${what} is another one`, async ({ rig }) => {
    // A page of https may not frame one of http at all.
    if (origin.startsWith('http:')) await rig.visit('http://host.test');
    const frame = await rig.embed();
    await frame.goto(`${origin}/`);
    await say(frame, ready);
    expect(await rig.heard(frame)).toEqual([]);
    expect(await rig.view()).toMatchObject({ status: 'launching' });
  });
}

test('A8: the case of a host name makes no other origin', async ({ rig }) => {
  const frame = await rig.live({ launchUrl: 'https://EMBED.test/workspace/dashboard?launch=canary' });
  expect(await rig.heard(frame)).toHaveLength(1);
});

test('A9: a sibling frame and the page itself are not the embed', async ({ rig }) => {
  const frame = await rig.embed();
  await rig.page.evaluate((address) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: address, name: 'sibling' }));
  }, `${embedOrigin}/sibling`);
  await expect.poll(() => rig.page.frame('sibling')?.url()).toBe(`${embedOrigin}/sibling`);
  const sibling = rig.page.frame('sibling');
  if (!sibling) throw new Error('There is no sibling.');
  await sibling.waitForLoadState();
  await say(sibling, ready);
  await rig.page.evaluate((message) => window.postMessage(message, '*'), ready);
  await rig.attended(rig.page.mainFrame(), 'window');
  expect(await rig.heard(sibling)).toEqual([]);
  expect(await rig.heard(frame)).toEqual([]);
  expect(await rig.view()).toMatchObject({ status: 'launching' });
});

test('A9: the opener is not the embed', async ({ rig }) => {
  const opener = await rig.page.context().newPage();
  await opener.goto(`${embedOrigin}/opener`);
  const opened = opener.waitForEvent('popup');
  await opener.evaluate(() => {
    (window as { host?: unknown }).host = window.open('https://host.test/host');
  });
  const hostRig = new TrustRig(await opened);
  await hostRig.page.waitForFunction(() => 'host' in window);
  const frame = await hostRig.embed();
  await opener.evaluate((message) => (window.host as unknown as Window).postMessage(message, '*'), ready);
  await hostRig.attended(opener.mainFrame(), 'host');
  expect(await hostRig.heard(frame)).toEqual([]);
  expect(await hostRig.view()).toMatchObject({ status: 'launching' });
});
