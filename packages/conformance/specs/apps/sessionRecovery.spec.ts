import { expect, test } from '../../src/demo/demoTest.ts';

// A refused call prints that by itself.
test.use({ tolerated: /Failed to load resource/ });

test.beforeEach(({ page }) => page.clock.install());

test('Authentication required: the embed has no usable token any more', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.addFault({ fault: 'token-expired', times: 1 });
  await sandbox.expectStats({ authsReceived: 2 });
  await host.expectStatus('live');
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1 });
});

test('Stale-token 401: the session was refreshed elsewhere', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.act('rotate', await host.sessionId());
  await (await host.frame()).getByRole('link', { name: 'Rules' }).first().click();
  await sandbox.expectStats({ authsReceived: 2 });
  await expect((await host.frame()).getByRole('table').first()).toBeVisible();
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1 });
});

test('the embed asks before its token ends', async ({ host, sandbox }) => {
  await host.openSettled('scenario=short-life');
  await host.page.clock.fastForward(200_000);
  await host.passTimeUntil(async () => expect((await sandbox.stats()).authsReceived).toBe(2));
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, apiUnauthorized: 0 });
});

for (const [how, wake] of [
  ['the page is shown again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ['the page comes back from the back/forward cache', () => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))],
] as const) {
  test(`the token ended while the page slept: ${how}`, async ({ host, sandbox }) => {
    await host.openSettled();
    await sandbox.act('expire', await host.sessionId());
    // The wall clock moves on and no timer fires: so it is after a sleep.
    await host.page.clock.setSystemTime(Date.now() + 3_600_000);
    await host.page.evaluate(wake);
    await sandbox.expectStats({ authsReceived: 2 });
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1 });
    await (await host.frame()).getByRole('link', { name: 'Rules' }).first().click();
    await expect((await host.frame()).getByRole('table').first()).toBeVisible();
  });
}

test('B9: a burst of asks is one refresh', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.addFault({ fault: 'refresh-requests', count: 100, times: 1 });
  await sandbox.expectStats({ authsReceived: 2 });
  await host.page.clock.fastForward(30_000);
  await expect.poll(async () => (await sandbox.stats()).messagesSent['meshes:token-refresh']).toBe(100);
  await host.expectStatus('live');
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1 });
});

test('H2: a revoked session ends, is shown, and does not loop', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.act('revoke', await host.sessionId());
  await host.press('refresh');
  await host.expectStatus('failed');
  await expect(host.fact('problem')).toContainText('session-revoked');
  await host.page.clock.fastForward(3_600_000);
  expect(await host.fact('status').textContent()).toBe('failed');
  await sandbox.expectStats({ mints: 1, refreshes: 0, refreshAttempts: 1 });
  await host.page.getByRole('alert').getByRole('button').click();
  await host.expectStatus('live');
  await sandbox.expectStats({ mints: 2, launches: 2 });
});

test('a refresh that fails leaves the embed in use, and is tried again', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.addFault({ fault: 'refresh-status', status: 500, times: 3 });
  await host.press('refresh');
  await expect(host.fact('problem')).toContainText('backend-failed');
  await host.expectStatus('live');
  await expect(host.iframe).toHaveCount(1);
  await host.passTimeUntil(async () => expect((await sandbox.stats()).authsReceived).toBe(2));
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1 });
});

test('a refresh that is never answered leaves the embed in use', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.addFault({ fault: 'refresh-hang' });
  await host.press('refresh');
  await host.expectStatus('refreshing');
  await host.passTimeUntilStatus('live');
  await expect(host.fact('problem')).toContainText('backend-timeout');
  await expect(host.iframe).toHaveCount(1);
  await sandbox.expectStats({ mints: 1, launches: 1 });
});

test('a refresh fails offline, and is made up for online', async ({ host, sandbox }) => {
  await host.openSettled();
  await sandbox.expectStats({ authsReceived: 1 });
  await host.page.context().setOffline(true);
  await host.press('refresh');
  await expect(host.fact('problem')).toContainText('backend-unreachable');
  await host.expectStatus('live');
  await host.page.context().setOffline(false);
  await host.passTimeUntil(async () => expect((await sandbox.stats()).authsReceived).toBe(2));
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1 });
});

for (const year of [2001, 2063]) {
  test(`works by a clock that says ${year}`, async ({ host, sandbox }) => {
    await host.page.clock.setSystemTime(new Date(`${year}-06-01`));
    await host.openSettled();
    await host.press('refresh');
    await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2, apiUnauthorized: 0 });
  });
}
