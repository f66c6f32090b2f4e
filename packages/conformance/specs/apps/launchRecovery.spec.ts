import { expect, test } from '../../src/demo/demoTest.ts';

// A document that is refused, and a backend that fails, print that by themselves.
test.use({ tolerated: /Failed to load resource|Content Security Policy/ });

test.beforeEach(({ page }) => page.clock.install());

test('Invalid or expired embed launch token: the launch URL was too old', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'launch-expired', times: 1 });
  await host.open();
  await host.expectStatus('launching');
  await host.passTimeUntilStatus('live');
  await sandbox.expectStats({ mints: 2, launches: 1, launchesRefused: 1, authsReceived: 1 });
  await expect(host.fact('problem')).toHaveText('–');
});

test('Invalid or expired embed launch token: the iframe was hard reloaded', async ({ host, sandbox }) => {
  await host.openLive();
  const first = await host.sessionId();
  await (await host.frame()).evaluate(() => location.reload());
  await host.expectStatus('launching');
  await host.passTimeUntilStatus('live');
  expect(await host.sessionId()).not.toBe(first);
  await sandbox.expectStats({ mints: 2, launches: 2, launchesRefused: 1, refreshes: 0 });
});

test('the embed reloads itself', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.addFault({ fault: 'reload-frame', times: 1 });
  await host.expectStatus('launching');
  await host.passTimeUntilStatus('live');
  await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
});

test('the embed goes away to another origin', async ({ host, sandbox, demo }) => {
  await host.openLive();
  await sandbox.addFault({ fault: 'navigate-away', url: `${demo.backend}/api/elsewhere`, times: 1 });
  await host.expectStatus('launching');
  await host.passTimeUntilStatus('live');
  await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
});

test('ready never comes, once', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'ready-never', times: 1 });
  await host.open();
  await host.expectStatus('launching');
  await host.passTimeUntilStatus('live');
  await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 1 });
});

test('H3: ready never comes: it gives up, says why, and works once it is tried again', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'ready-never' });
  await host.open();
  await host.expectStatus('launching');
  await host.passTimeUntilStatus('failed');
  await expect(host.fact('problem')).toContainText('ready-missing');
  const given = await sandbox.stats();
  expect(given.mints).toBeLessThanOrEqual(4);
  expect(given.authsReceived).toBe(0);
  await host.page.clock.fastForward(3_600_000);
  expect(await host.fact('status').textContent()).toBe('failed');
  await sandbox.expectStats({ mints: given.mints });

  await sandbox.deleteFaults();
  await host.page.getByRole('alert').getByRole('button').click();
  await host.expectStatus('live');
  await expect(host.page.getByRole('alert')).toHaveCount(0);
  await sandbox.expectStats({ mints: given.mints + 1, authsReceived: 1 });
});

test("the page's own policy blocks the embed: it says so at once, and does not try again", async ({ host, sandbox, page }) => {
  await page.route('**/?*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "frame-src 'self'" } });
  });
  await host.open();
  await host.expectStatus('failed');
  await expect(host.fact('problem')).toContainText('launch-blocked');
  await sandbox.expectStats({ mints: 1, launches: 0 });
});

test('the container is moved in the document, which loads the iframe again', async ({ host, sandbox }) => {
  await host.openLive();
  await host.container.evaluate((container) => container.parentElement?.append(container));
  await host.expectStatus('launching');
  await host.passTimeUntilStatus('live');
  await sandbox.expectStats({ mints: 2, launches: 2, launchesRefused: 1 });
});

test('ready comes late', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'ready-late', ms: 6_000 });
  await host.open();
  await host.expectStatus('launching');
  await host.passTimeUntilStatus('live');
  await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
});

test('ready comes twice', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'ready-twice' });
  await host.openLive();
  await sandbox.expectStats({ authsReceived: 2 });
  await sandbox.expectStats({ mints: 1, launches: 1, refreshes: 0 });
});

test('the service fails twice', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'mint-status', status: 503, times: 2 });
  await host.open();
  await host.passTimeUntilStatus('live');
  await sandbox.expectStats({ mints: 1, mintAttempts: 3, launches: 1 });
});

test('the service refuses our backend for good: it gives up within its budget', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'mint-status', status: 403 });
  await host.open();
  await host.passTimeUntilStatus('failed');
  await expect(host.page.getByRole('alert')).toBeVisible();
  await sandbox.expectStats({ mints: 0, launches: 0 });
});

test('the backend cannot be reached, and then can', async ({ host, sandbox }) => {
  await host.openSettled();
  await host.page.context().setOffline(true);
  await host.press('relaunch');
  await host.expectStatus('recovering');
  await expect(host.fact('problem')).toContainText('backend-unreachable');
  await host.page.context().setOffline(false);
  await host.passTimeUntilStatus('live');
  await sandbox.expectStats({ mints: 2, launches: 2 });
});
