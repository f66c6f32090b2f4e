import { launchPages } from '@meshes-embed/core/protocol';
import { expect, test } from '../../src/demo/demoTest.ts';
import { testIds } from '../../src/screen/testIds.ts';

test('launches, gives the embed its token, and shows a workspace', async ({ host, sandbox }) => {
  await host.openLive();
  await expect((await host.frame()).getByRole('heading').first()).toBeVisible();
  await expect(host.fact('page')).toContainText('dashboard');
  await sandbox.expectStats({ mints: 1, refreshes: 0, launches: 1, launchesRefused: 0, authsReceived: 1, apiUnauthorized: 0 });
});

test('is as high as its content, and never lower than its least height', async ({ host }) => {
  await host.openSettled();
  await expect(host.fact('height')).toHaveText(`${await host.height()} px`);
  expect(await host.height()).toBeGreaterThanOrEqual(480);
});

test('follows what the user does inside', async ({ host, sandbox }) => {
  await host.openLive();
  await (await host.frame()).getByRole('link', { name: 'Rules' }).first().click();
  await expect(host.fact('page')).toContainText('rules');
  await expect(host.page.getByTestId(testIds.pages.rules)).toHaveAttribute('aria-current', 'page');
  await sandbox.expectStats({ mints: 1, launches: 1 });
});

test('refreshes in place', async ({ host, sandbox }) => {
  await host.openLive();
  const frame = await host.frame();
  await frame.evaluate(() => Object.assign(window, { sameDocument: true }));
  await host.press('refresh');
  await sandbox.expectStats({ authsReceived: 2 });
  await host.expectStatus('live');
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1 });
  expect(await frame.evaluate(() => 'sameDocument' in window)).toBe(true);
});

for (const page of launchPages) {
  test(`launches ${page} afresh from a link`, async ({ host, sandbox }) => {
    await host.openLive();
    await host.page.getByTestId(testIds.pages[page]).click();
    await sandbox.expectStats({ authsReceived: 2 });
    await host.expectStatus('live');
    await expect(host.fact('page')).toContainText(page);
    await sandbox.expectStats({ mints: 2, launches: 2, refreshes: 0 });
  });
}

test('launches afresh into another session, and leaves no entry in the history', async ({ host, sandbox }) => {
  await host.openLive();
  const entries = await host.page.evaluate(() => history.length);
  const first = await host.sessionId();
  await host.press('relaunch');
  await expect(host.fact('session')).not.toHaveText(first);
  await host.expectStatus('live');
  expect(await host.page.evaluate(() => history.length)).toBe(entries);
  await sandbox.expectStats({ mints: 2, launches: 2 });
  await expect(host.iframe).toHaveCount(1);
});

test('is taken out and put in again', async ({ host, sandbox }) => {
  await host.openLive();
  await host.press('toggle');
  await expect(host.iframe).toHaveCount(0);
  await host.expectStatus('idle');
  await host.press('toggle');
  await host.expectStatus('live');
  await expect(host.iframe).toHaveCount(1);
  await sandbox.expectStats({ mints: 2, launches: 2, launchesRefused: 0 });
});

test('A1: two on one screen have a session each', async ({ host, sandbox }) => {
  await host.openLive('scenario=two');
  const second = host.page.getByTestId(testIds.secondEmbed);
  await expect(second).toHaveAttribute('data-meshes-status', 'live');
  await sandbox.expectStats({ authsReceived: 2 });
  await host.press('refresh');
  await sandbox.expectStats({ authsReceived: 3 });
  const { sessions, mints } = await sandbox.stats();
  expect(mints).toBe(2);
  expect(Object.values(sessions).map(({ refreshes }) => refreshes).toSorted()).toEqual([0, 1]);
  await expect(host.page.locator('iframe')).toHaveCount(2);
});

test('mints once in strict mode', async ({ host, sandbox }) => {
  await host.openLive('scenario=strict');
  await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
  await expect(host.iframe).toHaveCount(1);
});

test('mints once more when strict mode is switched', async ({ host, sandbox }) => {
  await host.openLive();
  await host.press('strict');
  await sandbox.expectStats({ authsReceived: 2 });
  await host.expectStatus('live');
  await sandbox.expectStats({ mints: 2, launches: 2 });
  await expect(host.iframe).toHaveCount(1);
});

test('goes live where it is not shown', async ({ host }) => {
  await host.openLive('scenario=hidden');
  await expect(host.iframe).toBeHidden();
});

test('H5: two tabs have a session each', async ({ host, sandbox }) => {
  await host.openLive();
  const tab = await host.page.context().newPage();
  await tab.goto(host.page.url());
  await expect(tab.getByTestId(testIds.status)).toHaveText('live');
  await tab.getByTestId(testIds.refresh).click();
  await sandbox.expectStats({ authsReceived: 3 });
  await sandbox.expectStats({ mints: 2, refreshes: 1, apiUnauthorized: 0 });
  expect(await tab.getByTestId(testIds.session).textContent()).not.toBe(await host.sessionId());
  await tab.close();
});

for (const settings of ['role=member', 'role=owner', 'session_type=resource', 'session_type=dashboard', 'workspace=second']) {
  test(`shows a session of its own kind: ${settings}`, async ({ host, sandbox }) => {
    await host.openLive(settings);
    await expect((await host.frame()).getByRole('heading').first()).toBeVisible();
    await sandbox.expectStats({ mints: 1, launches: 1, apiUnauthorized: 0 });
  });
}
