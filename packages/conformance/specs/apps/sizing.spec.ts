import { expect, test } from '../../src/demo/demoTest.ts';

test('Iframe does not resize correctly: without a height it has the least one', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'resize-never' });
  await host.openLive();
  await expect(host.fact('page')).toContainText('dashboard');
  await expect(host.fact('height')).toHaveText('–');
  expect(await host.height()).toBe(480);
});

test('a storm of heights ends on the last one', async ({ host, sandbox }) => {
  await host.openSettled();
  await sandbox.addFault({ fault: 'resize-storm', count: 2_000, times: 1 });
  await expect.poll(async () => (await sandbox.stats()).messagesSent['meshes:resize'] ?? 0).toBeGreaterThanOrEqual(2_000);
  const inside = await (await host.frame()).evaluate(() => document.documentElement.scrollHeight);
  await expect(host.fact('height')).toHaveText(`${Math.max(480, inside)} px`);
  expect(await host.height()).toBe(Math.max(480, inside));
  await expect(host.fact('problem')).toHaveText('–');
});

test('content that grows with its iframe comes to rest', async ({ host, sandbox }) => {
  await host.openSettled();
  const before = await host.height();
  await sandbox.addFault({ fault: 'resize-growing', times: 1 });
  await expect.poll(async () => (await sandbox.stats()).messagesSent['meshes:resize'] ?? 0).toBeGreaterThan(1);
  await host.press('refresh');
  await sandbox.expectStats({ authsReceived: 2 });
  expect(Math.abs((await host.height()) - before)).toBeLessThan(100);
});

test('another page of the embed brings another height', async ({ host }) => {
  await host.openSettled();
  const frame = await host.frame();
  await frame.getByRole('link', { name: 'Events' }).first().click();
  await expect(frame.getByRole('table').first()).toBeVisible();
  await expect.poll(async () => (await host.height()) - (await frame.evaluate(() => document.documentElement.scrollHeight))).toBe(0);
});
