import { expect, type Frame, type Page } from '@playwright/test';
import { embedOrigin, ready, say } from '../../src/trust/trustRig.ts';
import { test } from '../../src/trust/trustTest.ts';

const launchUrl = `${embedOrigin}/workspace/dashboard?launch=canary`;

/** Puts the host page into a page of that origin, and an embed onto it. */
async function hostInside(page: Page, outer: string): Promise<Frame> {
  await page.goto(`${outer}/portal`);
  const iframe = await page.evaluateHandle(() => {
    const frame = document.createElement('iframe');
    frame.src = 'https://host.test/host';
    return document.body.appendChild(frame);
  });
  const host = await iframe.contentFrame();
  if (!host) throw new Error('The host page is in no frame.');
  await host.waitForFunction(() => 'host' in window);
  await host.evaluate((url) => window.host({ launchUrl: url }), launchUrl);
  return host;
}

const codes = (host: Frame): Promise<string[]> => host.evaluate(() => window.hosted[0]?.problems ?? []);
const traceOf = (host: Frame): Promise<string> => host.evaluate(() => JSON.stringify(window.hosted[0]?.trace));

test('a silent embed on a page that another origin frames: that one is named', async ({ rig }) => {
  const host = await hostInside(rig.page, 'https://portal.test');
  await expect.poll(() => codes(host)).toEqual(['outer-frame']);
  expect(await traceOf(host)).toContain('this page is https://host.test in a frame of https://portal.test');
  // What says ready after all was only slow.
  const embed = rig.page.frames().find((frame) => frame.url() === launchUrl);
  await say(embed as Frame, ready);
  await expect.poll(() => host.evaluate(() => window.hosted[0]?.embed.getSnapshot().status)).toBe('live');
});

test('a silent embed on a page that its own origin frames, or no other page: no outer frame is blamed', async ({
  rig,
}) => {
  const host = await hostInside(rig.page, 'https://host.test');
  await expect.poll(() => codes(host)).toEqual(['ready-missing']);
  await rig.visit();
  await rig.embed();
  await expect.poll(() => rig.read((hosted) => hosted.problems)).toEqual(['ready-missing']);
});
