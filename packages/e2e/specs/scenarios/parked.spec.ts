import { expect, scenario } from '../../src/scenario/scenario.ts';

/** Where no iframe can be moved, what left is launched again. */
const moves = { webkit: 'WebKitGTK cannot move an iframe alive (no `moveBefore`).' } as const;
const movesNone = {
  chromium: 'Chromium can move an iframe alive.',
  firefox: 'Firefox can move an iframe alive.',
} as const;
/** What leaves would be found by the next scenario in the same document. */
const document = 'own';

scenario(
  'its tab is left and comes back 50 times: one session and one document',
  async ({ host, sandbox }) => {
    await host.openLive({ settings: 'leaving=kept', time: 'held' });
    const session = await host.sessionId();
    await host.inside(() => void Object.assign(window, { mark: 'here' }));
    for (let turn = 0; turn < 50; turn += 1) await host.turnTo('settings', 'integrations');
    await host.expectStatus('live');
    expect(await host.sessionId()).toBe(session);
    expect(await host.inside(() => (window as unknown as { mark?: string }).mark)).toBe('here');
    await host.expectIframes(1);
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1, refreshes: 0 });
  },
  { document, unless: moves },
);

scenario(
  'its tab comes back as high and as far scrolled as it was left',
  async ({ host }) => {
    await host.openLive({ settings: 'leaving=kept' });
    await host.setOptions({ maxHeight: 200, minHeight: 200 });
    await host.inside(() => scrollTo(0, 60));
    await host.turnTo('settings');
    expect(await host.iframes()).toEqual([]);
    await host.turnTo('integrations');
    await host.expectStatus('live');
    expect(await host.inside(() => [Math.round(scrollY), innerHeight])).toEqual([60, 200]);
  },
  { document, unless: moves },
);

scenario(
  'away for an hour, its token is fresh when its tab comes back',
  async ({ host, sandbox }) => {
    await host.openLive({ settings: 'leaving=kept&scenario=short-life', time: 'held' });
    await host.turnTo('settings');
    for (let refreshes = 1; refreshes <= 3; refreshes += 1) {
      await host.jump(290_000);
      await sandbox.expectStats({ refreshes, authsReceived: refreshes + 1 });
    }
    await host.turnTo('integrations');
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 1, launches: 1 });
  },
  { document, unless: moves },
);

scenario(
  'revoked while its tab is away: no one is told, and the tab comes back with a fresh launch',
  async ({ host, sandbox }) => {
    await host.openLive({ settings: 'leaving=kept&scenario=short-life', time: 'held' });
    const session = await host.sessionId();
    await host.turnTo('settings');
    await sandbox.act('revoke', session);
    await host.jump(290_000);
    await host.expectIframes(0);
    await host.turnTo('integrations');
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 2 });
  },
  { document, unless: moves },
);

scenario(
  'its tab is left and comes back where no iframe can be moved: launched again',
  async ({ host, sandbox }) => {
    await host.openLive({ settings: 'leaving=kept' });
    await host.turnTo('settings');
    await host.expectIframes(0);
    await host.turnTo('integrations');
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  },
  { document, unless: movesNone },
);
