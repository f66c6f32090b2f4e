import { expect, test } from '../../src/demo/demoTest.ts';

/* Every spec looks for secrets when it ends; here is what that needs a longer life for. */

test('E1–E3, E7: after launches and refreshes no secret is anywhere in the page', async ({ host, sandbox, secrets, page }) => {
  await host.openLive();
  await host.press('refresh');
  await sandbox.expectStats({ authsReceived: 2 });
  await host.press('relaunch');
  await sandbox.expectStats({ authsReceived: 3 });
  await host.expectStatus('live');
  // Two tokens of each launch and one of the refresh: were none seen, nothing would have been looked for.
  expect(await secrets.count()).toBe(5);
  await secrets.expectNone(page, []);
  expect(await page.evaluate(() => window.meshesTrace.length)).toBeGreaterThan(10);
});

test('E3: no secret is broadcast', async ({ host, sandbox, page }) => {
  await page.addInitScript(() => {
    const heard: unknown[] = Object.assign(window, { broadcasts: [] }).broadcasts;
    const post = BroadcastChannel.prototype.postMessage;
    BroadcastChannel.prototype.postMessage = function note(this: BroadcastChannel, message: unknown) {
      heard.push(message);
      post.call(this, message);
    };
  });
  await host.openLive();
  await host.press('refresh');
  await sandbox.expectStats({ authsReceived: 2 });
  expect(await page.evaluate(() => (window as unknown as { broadcasts: unknown[] }).broadcasts)).toEqual([]);
});

test('E5: the embed is told the origin of the page, and not its address', async ({ host, page, demo }) => {
  const launch = page.waitForRequest((request) => request.url().startsWith(`${demo.sandboxEmbed}/workspace/`));
  await host.open('workspace=second');
  expect(await (await launch).headerValue('referer')).toBe(`${new URL(page.url()).origin}/`);
  await host.expectStatus('live');
});

test('what the sandbox serves keeps the launch URL out of its own address, too', async ({ host }) => {
  await host.openLive();
  expect(new URL((await host.frame()).url()).search).toBe('');
});
