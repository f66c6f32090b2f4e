import { byTestId } from '../../src/demo/byTestId.ts';
import { expect, scenario } from '../../src/scenario/scenario.ts';
import { testIds } from '@meshes-embed/app-shared';

/** Not on every screen: the strict mode of a framework that has one, and the second embed of its own scenario; what can go wrong is a page of its own. */
const exceptions: readonly string[] = [testIds.strict, testIds.secondEmbed];
const { failures: _, ...screenIds } = testIds;
const expectedTestIds = Object.values(screenIds)
  .flatMap((value) => (typeof value === 'string' ? [value] : Object.values(value)))
  .filter((id) => !exceptions.includes(id));

scenario('it is mounted and goes live', async ({ host, sandbox }) => {
  await host.openLive();
  await host.expectFact('page', /dashboard/);
  const onScreen = await host.page.evaluate(() =>
    [...document.querySelectorAll('[data-testid]')].map((element) => element.getAttribute('data-testid') ?? ''),
  );
  expect(onScreen.filter((id) => id !== testIds.strict).toSorted()).toEqual(expectedTestIds.toSorted());
  // Nothing of ours moves.
  expect(await host.page.evaluate(() => document.getAnimations().length)).toBe(0);
  await sandbox.expectStats({
    mints: 1,
    refreshes: 0,
    launches: 1,
    launchesRefused: 0,
    authsReceived: 1,
    apiUnauthorized: 0,
  });
});

scenario('it is mounted twice at once where the framework does that', async ({ host, sandbox }) => {
  await host.openLive({ settings: 'scenario=strict' });
  await host.expectIframes(1);
  await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
});

scenario(
  'it is mounted where it is not shown, then shown and hidden again',
  async ({ host, sandbox }) => {
    await host.open({ settings: 'scenario=hidden' });
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
    await host.expectFact('page', /dashboard/);
    // By a style sheet: the element's own style is its framework's, which may write it again at any time.
    const show = (display: string): Promise<void> =>
      host.page.evaluate((value) => {
        const sheet =
          document.querySelector('#specs-show') ??
          document.head.appendChild(Object.assign(document.createElement('style'), { id: 'specs-show' }));
        sheet.textContent = `.card { display: ${value} !important }`;
      }, display) as Promise<void>;
    expect((await host.find('iframe'))[0]?.shown).toBe(false);
    await show('block');
    expect((await host.find('iframe'))[0]?.shown).toBe(true);
    await show('none');
    await host.press('refresh');
    await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
  },
  { fails: ['container-hidden'] },
);

scenario('A1: two on one screen have a session each', async ({ host, sandbox }) => {
  await host.openLive({ settings: 'scenario=two' });
  await sandbox.expectStats({ authsReceived: 2 });
  await host.press('refresh');
  await sandbox.expectStats({ authsReceived: 3, mints: 2 });
  const { sessions } = await sandbox.stats();
  expect(
    Object.values(sessions)
      .map(({ refreshes }) => refreshes)
      .toSorted(),
  ).toEqual([0, 1]);
  await host.expectIframes(2);
});

scenario('H5: two tabs have a session each', async ({ host, sandbox }) => {
  await host.openLive();
  const tab = await host.openTab();
  try {
    await tab.openLive();
    await tab.press('refresh');
    await sandbox.expectStats({ mints: 2, refreshes: 1, authsReceived: 3, apiUnauthorized: 0 });
    expect(await tab.sessionId()).not.toBe(await host.sessionId());
  } finally {
    await tab.page.close();
  }
});

scenario('it is moved in the document, which loads the iframe again', async ({ host, sandbox }) => {
  await host.openLive();
  await host.walk('rules');
  await host.expectPageInAddress('rules');
  await host.page.evaluate((selector) => {
    const container = document.querySelector(selector);
    container?.parentElement?.append(container);
  }, byTestId(testIds.embed));
  await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  await host.expectStatus('live');
  await host.expectFact('page', /rules/);
  await host.expectIframes(1);
  await host.expectFact('problem', '–');
});
