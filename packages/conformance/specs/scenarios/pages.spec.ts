import { byTestId } from '../../src/demo/hostScreen.ts';
import { eventually } from '../../src/eventually.ts';
import { expect, scenario } from '../../src/scenario/scenario.ts';
import { testIds } from '../../src/screen/testIds.ts';

scenario('its page is changed by the links of the screen', async ({ host, sandbox }) => {
  await host.openLive();
  for (const [turn, page] of (['connections', 'rules', 'events', 'dashboard'] as const).entries()) {
    await host.follow(page);
    await host.expectFact('page', new RegExp(page));
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: turn + 2, launches: turn + 2, authsReceived: turn + 2, refreshes: 0 });
  }
  await host.expectIframes(1);
});

scenario('its page is followed inside of it', async ({ host, sandbox }) => {
  await host.openLive();
  await host.walk('rules');
  await host.expectFact('page', /rules/);
  expect(await host.page.evaluate((selector) => document.querySelector(selector)?.getAttribute('aria-current'), byTestId(testIds.pages.rules))).toBe('page');
  await host.walk('events');
  await host.expectFact('page', /events/);
  await host.settle();
  await sandbox.expectStats({ mints: 1, launches: 1, refreshes: 0 });
});

scenario('it is launched afresh, and leaves no entry in the history', async ({ host, sandbox }) => {
  await host.openLive();
  const entries = await host.page.evaluate(() => history.length);
  const first = await host.sessionId();
  await host.press('relaunch');
  await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  await host.expectStatus('live');
  expect(await host.sessionId()).not.toBe(first);
  expect(await host.page.evaluate(() => history.length)).toBe(entries);
  await host.expectIframes(1);
});

scenario('it is launched afresh on the page that it shows', async ({ host, sandbox }) => {
  await host.openLive();
  await host.follow('dashboard');
  await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  await host.expectStatus('live');
});

for (const [kind, settings] of [
  ['a member', 'role=member'],
  ['an owner', 'role=owner'],
  ['another workspace', 'workspace=second'],
  ['a resource', 'session_type=resource'],
  ['the dashboard alone', 'session_type=dashboard'],
] as const) {
  scenario(`it shows a session of ${kind}`, async ({ host, sandbox }) => {
    await host.openLive({ settings });
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1, apiUnauthorized: 0 });
  });
}

scenario('E5: the embed is told the origin of the page, and not its address', async ({ host }) => {
  await host.openLive({ settings: 'workspace=second' });
  const origin = await host.page.evaluate(() => location.origin);
  expect(await host.inside(() => document.referrer)).toBe(`${origin}/`);
  await eventually(async () => expect(await host.inside(() => location.search)).toBe(''));
});
