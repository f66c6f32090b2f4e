import { expect, scenario } from '../../src/scenario/scenario.ts';

scenario('what is on screen stays there until the next page is ready', async ({ host, sandbox }) => {
  await host.openLive({ settings: 'page=events' });
  const before = await host.height();
  await sandbox.addFault({ fault: 'ready-late', ms: 300, times: 1 });
  const { drawn, empty, most, least } = await host.watch(async () => {
    await host.follow('rules');
    await host.expectFact('page', /rules/);
    await host.expectStatus('live');
    await host.settle();
  });
  expect({ empty, most }).toEqual({ empty: 0, most: 2 });
  expect(drawn).toBeGreaterThan(5);
  expect(before).toBeGreaterThan(480);
  expect(least).toBe(before);
  await host.expectIframes(1);
});

scenario(
  'the page before can be looked at and not used, and is back in use where the next one comes to nothing',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await host.inside(() => void Object.assign(window, { marked: true }));
    await sandbox.addFault({ fault: 'ready-never', times: 1 });
    await host.follow('rules');
    await host.expectSteps('load', 2);
    expect(await host.iframes()).toEqual([
      { inert: true, seen: false },
      { inert: true, seen: true },
    ]);
    expect(await host.find('[role="alert"]')).toHaveLength(0);
    await host.outwaitSilence(2);
    await host.expectStatus('recovering');
    expect(await host.iframes()).toEqual([{ inert: false, seen: true }]);
    expect(await host.inside(() => 'marked' in window)).toBe(true);
    await host.outwaitRetry();
    await host.expectFact('page', /rules/);
    await host.expectStatus('live');
    expect(await host.iframes()).toEqual([{ inert: false, seen: true }]);
    await sandbox.expectStats({ mints: 3, launches: 3, authsReceived: 2 });
  },
  { says: ['ready-missing'] },
);

scenario('the focus inside of it goes with it to another page', async ({ host }) => {
  await host.openLive();
  await host.walk('rules');
  await host.expectPageInAddress('rules');
  await host.focusInside();
  await host.travel('back');
  await host.expectFact('page', /dashboard/);
  await host.expectStatus('live');
  await host.expectFocusInside();
});

scenario(
  'a script takes its iframe away: there is another one at once',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await host.walk('rules');
    await host.expectPageInAddress('rules');
    await host.settle();
    await host.takeIframeAway('itself');
    await host.recoverAtOnce('frame-removed');
    await host.expectStatus('live');
    await host.expectFact('page', /rules/);
    await host.expectIframes(1);
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });

    await host.settle();
    await host.takeIframeAway('with all around it');
    await host.recoverAtOnce('frame-removed', 2);
    await host.expectStatus('live');
    await host.expectIframes(1);
    await sandbox.expectStats({ mints: 3, launches: 3, authsReceived: 3 });
    await host.expectFact('problem', '–');
  },
  { says: ['frame-removed'] },
);
