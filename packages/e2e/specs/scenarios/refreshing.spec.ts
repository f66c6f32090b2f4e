import { expect, scenario } from '../../src/scenario/scenario.ts';

scenario('its token is refreshed in place', async ({ host, sandbox }) => {
  await host.openLive();
  await host.inside(() => void Object.assign(window, { marked: true }));
  await host.press('refresh');
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
  await host.expectStatus('live');
  expect(await host.inside(() => 'marked' in window)).toBe(true);
});

scenario('its token is refreshed before it ends', async ({ host, sandbox }) => {
  await host.openLive({ time: 'held', settings: 'scenario=short-life' });
  await host.jump(270_000);
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2, apiUnauthorized: 0 });
});

scenario('Authentication required: the embed has no usable token any more', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.addFault({ fault: 'token-expired', times: 1 });
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
  await host.expectStatus('live');
});

scenario('Stale-token 401: the session was refreshed elsewhere', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.act('rotate', await host.sessionId());
  await host.walk('rules');
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
  await host.settle();
});

scenario('B9: a burst of asks is one refresh', async ({ host, sandbox }) => {
  await host.openLive({ time: 'held' });
  await sandbox.addFault({ fault: 'refresh-requests', count: 100, times: 1 });
  await sandbox.expectStats({ authsReceived: 2 });
  await host.expectSteps('meshes:token-refresh', 100);
  await host.expectStatus('live');
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1 });
});

scenario(
  'H2: a revoked session ends, is shown, and does not loop',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await sandbox.act('revoke', await host.sessionId());
    await host.press('refresh');
    await host.expectStatus('failed');
    await host.expectFact('problem', /^session-revoked/);
    await host.jump(3_600_000);
    expect(await host.fact('status')).toBe('failed');
    await sandbox.expectStats({ mints: 1, refreshes: 0, refreshAttempts: 1 });
    await host.retry();
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  },
  { says: ['session-revoked'] },
);

scenario(
  'a refresh that is refused is one fresh launch, where the user is',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    const first = await host.sessionId();
    await host.walk('rules');
    await host.expectPageInAddress('rules');
    await host.settle();
    await host.spoil('refresh-refused', 1);
    await host.press('refresh');
    await host.recoverAtOnce('refresh-refused');
    await host.expectStatus('live');
    await host.expectFact('page', /rules/);
    expect(await host.sessionId()).not.toBe(first);
    await host.expectIframes(1);
    await sandbox.expectStats({ mints: 2, refreshAttempts: 0, launches: 2, authsReceived: 2 });
  },
  { says: ['refresh-refused'] },
);

scenario(
  'a refresh that fails leaves it in use, and is tried again',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await sandbox.addFault({ fault: 'refresh-status', status: 500, times: 1 });
    await host.press('refresh');
    await host.expectFact('problem', /^backend-failed/);
    await host.outwait('live', 120_000);
    await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
    await host.expectIframes(1);
  },
  { says: ['refresh-failing'] },
);

scenario(
  'a refresh that is never answered leaves it in use',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await sandbox.addFault({ fault: 'refresh-hang' });
    await host.press('refresh');
    await host.outwait('refreshing', 15_000);
    await host.expectStatus('live');
    await host.expectFact('problem', /^backend-timeout/);
    await host.expectIframes(1);
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
  },
  { says: ['refresh-failing'] },
);

scenario(
  'a refresh fails offline, and is made up for online',
  async ({ host, sandbox, network }) => {
    await host.openLive({ time: 'held' });
    await network.goOffline();
    await host.press('refresh');
    await host.expectFact('problem', /^backend-unreachable/);
    await host.expectStatus('live');
    await network.restore();
    await host.happens('online');
    await host.jump(500);
    await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
  },
  { says: ['refresh-failing'] },
);

for (const [how, event] of [
  ['the token ended while the page slept', 'shown'],
  ['the token ended while the page was in the back/forward cache', 'restored'],
] as const) {
  scenario(
    how,
    async ({ host, sandbox }) => {
      await host.openLive({ time: 'held' });
      await sandbox.act('expire', await host.sessionId());
      await host.sleep(3_600_000);
      await host.happens(event);
      await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
      await host.expectStatus('live');
      await host.walk('rules');
      await host.settle();
    },
    { document: 'own' },
  );
}

for (const year of [2001, 2063]) {
  scenario(`the clock of the page says ${year}`, async ({ host, sandbox }) => {
    await host.openLive({ time: 'held', now: `${year}-06-01` });
    await host.press('refresh');
    await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2, apiUnauthorized: 0 });
  });
}
