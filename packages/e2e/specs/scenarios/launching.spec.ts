import { expect, scenario } from '../../src/scenario/scenario.ts';

scenario(
  'Invalid or expired embed launch token: the launch URL was too old',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'launch-expired', times: 1 });
    await host.open({ time: 'held' });
    await host.outwaitSilence(1);
    await host.outwaitRetry();
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 1, launchesRefused: 1, authsReceived: 1 });
    await host.expectFact('problem', '–');
  },
  { says: ['ready-missing'] },
);

scenario(
  'Invalid or expired embed launch token: the iframe was hard reloaded',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    const first = await host.sessionId();
    await host.walk('rules');
    await host.expectPageInAddress('rules');
    await host.inside(() => location.reload());
    await host.outwaitSilence(2);
    await host.recoverAtOnce('frame-reloaded');
    await host.expectStatus('live');
    await host.expectFact('page', /rules/);
    expect(await host.sessionId()).not.toBe(first);
    await sandbox.expectStats({ mints: 2, launches: 2, launchesRefused: 1, refreshes: 0 });
  },
  { says: ['frame-reloaded'] },
);

scenario(
  'A5: the embed goes away to another origin',
  async ({ host, sandbox, demo }) => {
    await host.openLive({ time: 'held' });
    await sandbox.addFault({ fault: 'navigate-away', url: `${demo.backend}/api/elsewhere`, times: 1 });
    await host.outwaitSilence(2);
    await host.recoverAtOnce('frame-reloaded');
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  },
  { says: ['frame-reloaded'] },
);

scenario(
  'H3: ready never comes: it gives up, and may be tried again',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'ready-never' });
    await host.open({ time: 'held' });
    for (const launch of [1, 2, 3]) {
      await host.outwaitSilence(launch);
      await host.outwaitRetry();
    }
    await host.outwaitSilence(4);
    await host.expectStatus('failed');
    await host.expectFact('problem', /^embed-blocked/);
    await host.jump(3_600_000);
    await sandbox.expectStats({ mints: 4, authsReceived: 0 });

    await sandbox.deleteFaults();
    await host.retry();
    await host.expectStatus('live');
    expect(await host.find('[role="alert"]')).toHaveLength(0);
    await sandbox.expectStats({ mints: 5, authsReceived: 1 });
  },
  { says: ['embed-blocked', 'ready-missing'] },
);

scenario('ready comes late', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'ready-late', ms: 500 });
  await host.open({ time: 'held' });
  await host.expectSteps('load', 1);
  await host.expectStatus('live');
  await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
});

scenario('ready comes twice', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'ready-twice' });
  await host.openLive();
  await sandbox.expectStats({ authsReceived: 2, mints: 1, launches: 1, refreshes: 0 });
});

scenario('the service is slow, and its clock is wrong', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'latency', ms: 100 });
  await sandbox.addFault({ fault: 'clock-skew', seconds: 20 });
  await host.openLive();
  await host.press('refresh');
  await sandbox.expectStats({ mints: 1, refreshes: 1, launches: 1, authsReceived: 2 });
});

scenario(
  "the page's own policy blocks the call for a session",
  async ({ host, sandbox }) => {
    await host.open({ time: 'held', policy: `connect-src ${host.origin}/api/login` });
    await host.expectStatus('failed');
    await host.expectFact('problem', /^endpoint-blocked/);
    await sandbox.expectStats({ mintAttempts: 0, launches: 0 });
  },
  { says: ['endpoint-blocked'] },
);

scenario(
  "the page's own policy blocks the embed",
  async ({ host, sandbox }) => {
    await host.open({ time: 'held', policy: "frame-src 'self'" });
    await host.expectStatus('failed');
    await host.expectFact('problem', /^launch-blocked/);
    await sandbox.expectStats({ mints: 1, launches: 0 });
  },
  { says: ['launch-blocked'] },
);
