import { byTestId } from '../../src/demo/byTestId.ts';
import { eventually } from '../../src/eventually.ts';
import { expect, scenario } from '../../src/scenario/scenario.ts';
import { testIds } from '@meshes-embed/app-shared';

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

scenario('E5: its page is followed inside of it; it is told only our origin', async ({ host, sandbox }) => {
  await host.openLive({ settings: 'workspace=first' });
  expect(await host.inside(() => document.referrer)).toBe(`${await host.page.evaluate(() => location.origin)}/`);
  expect(await host.inside(() => location.search)).toBe('');
  await host.walk('rules');
  await host.expectFact('page', /rules/);
  expect(
    await host.page.evaluate(
      (selector) => document.querySelector(selector)?.getAttribute('aria-current'),
      byTestId(testIds.pages.rules),
    ),
  ).toBe('page');
  await host.walk('events');
  await host.expectFact('page', /events/);
  await host.expectPageInAddress('events');
  await host.settle();
  await sandbox.expectStats({ mints: 1, launches: 1, refreshes: 0 });
});

scenario(
  'it is launched again, and leaves no entry in the history',
  async ({ host, sandbox, network }) => {
    await host.openLive();
    // Not by the length, which ends at 50: a tab that has played other scenarios is there already.
    await host.page.evaluate(() => history.pushState('here', ''));
    const first = await host.sessionId();
    await host.press('refresh');
    await sandbox.expectStats({ authsReceived: 2, refreshes: 1 });
    await host.press('relaunch');
    await sandbox.expectStats({ authsReceived: 3, mints: 2, launches: 2 });
    await host.expectStatus('live');
    expect(await host.sessionId()).not.toBe(first);
    await host.press('relaunch');
    await sandbox.expectStats({ authsReceived: 4, mints: 3, launches: 3 });
    await host.expectStatus('live');
    // The link of where it is costs nothing, and is no entry either.
    await host.follow('dashboard');
    await host.expectIframes(1);
    // Were there an entry of an iframe, this would lead to it first.
    await host.page.evaluate(() => history.back());
    await eventually(async () => expect(await host.page.evaluate(() => history.state as string | null)).toBe(null));
    // Two tokens of each launch and one of the refresh: were none seen, the look for secrets would look for nothing.
    expect(await network.secrets()).toHaveLength(7);
  },
  { document: 'own' },
);

for (const [kind, settings] of [
  ['a member of another workspace', 'role=member&workspace=second'],
  ['a resource', 'session_type=resource'],
  ['only the dashboard', 'session_type=dashboard'],
] as const) {
  scenario(`it shows a session of ${kind}`, async ({ host, sandbox }) => {
    await host.openLive({ settings });
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1, apiUnauthorized: 0 });
  });
}
