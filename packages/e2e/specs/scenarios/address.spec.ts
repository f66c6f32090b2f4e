import { byTestId } from '../../src/demo/byTestId.ts';
import { expect, scenario } from '../../src/scenario/scenario.ts';
import { testIds } from '@meshes-embed/app-shared';

scenario(
  'where its user goes is in the address: Back, Forward and loading again lead there',
  async ({ host, sandbox }) => {
    await host.openLive();
    await host.walk('rules');
    await host.expectFact('page', /rules/);
    await host.expectPageInAddress('rules');
    await host.settle();
    await sandbox.expectStats({ mints: 1, launches: 1 });

    await host.travel('back');
    await host.expectFact('page', /dashboard/);
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
    await host.travel('forward');
    await host.expectFact('page', /rules/);
    await host.expectStatus('live');
    await host.expectPageInAddress('rules');
    await sandbox.expectStats({ mints: 3, launches: 3, authsReceived: 3 });

    await host.reload();
    await host.expectFact('page', /rules/);
    await host.expectStatus('live');
    await host.settle();
    await sandbox.expectStats({ mints: 4, launches: 4, authsReceived: 4 });
  },
  { document: 'own' },
);

scenario(
  'the links of the screen are in the address, and Back leads through them',
  async ({ host, sandbox }) => {
    await host.openLive();
    await host.follow('connections');
    await host.expectFact('page', /connections/);
    await host.expectPageInAddress('connections');
    await host.follow('events');
    await host.expectFact('page', /events/);
    await host.expectPageInAddress('events');
    await host.travel('back');
    await host.expectFact('page', /connections/);
    await host.expectStatus('live');
    await host.travel('back');
    await host.expectFact('page', /dashboard/);
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 5, launches: 5, authsReceived: 5 });
  },
  { document: 'own' },
);

scenario(
  'the details of an event belong to the events, whose link leads back to the list',
  async ({ host, sandbox }) => {
    await host.openLive();
    await host.walk('events');
    await host.expectFact('page', /events$/);
    await host.settle();
    await host.enter('event-link');
    await host.expectFact('page', /events\/.+/);
    await host.expectPageInAddress('events');
    expect(
      await host.page.evaluate(
        (selector) => document.querySelector(selector)?.getAttribute('aria-current'),
        byTestId(testIds.pages.events),
      ),
    ).toBe('page');
    await sandbox.expectStats({ mints: 1, launches: 1 });

    await host.follow('events');
    await host.expectFact('page', /events$/);
    await host.expectStatus('live');
    await host.expectPageInAddress('events');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
    // There already.
    await host.follow('events');
    await host.travel('back');
    await host.expectFact('page', /dashboard/);
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 3, launches: 3, authsReceived: 3 });
  },
  { document: 'own', pages: 'full' },
);

scenario(
  'a page that is mistyped in the address is the dashboard',
  async ({ host, sandbox }) => {
    await host.openLive({ settings: 'page=ruels' });
    await host.expectFact('page', /dashboard/);
    await host.expectSteps('page-unknown', 1);
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
    await host.follow('rules');
    await host.expectFact('page', /rules/);
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  },
  { says: ['page-unknown'] },
);

scenario(
  'a page that the session may not see is not where Back leads to',
  async ({ host, sandbox }) => {
    await host.openLive({ settings: 'session_type=dashboard' });
    await host.follow('rules');
    await host.expectPageInAddress('dashboard');
    await host.expectStatus('live');
    await host.expectIframes(1);
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
    await host.page.evaluate(() => history.pushState('here', ''));
    await host.travel('back');
    await host.expectPageInAddress('dashboard');
  },
  { document: 'own' },
);
