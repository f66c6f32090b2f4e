import { expect, scenario } from '../../src/scenario/scenario.ts';

scenario(
  'the service fails twice',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'mint-status', status: 503, times: 2 });
    await host.open({ time: 'held' });
    await host.outwaitRetry();
    await host.outwaitRetry();
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
  },
  { says: ['backend-failed'] },
);

scenario(
  'the service refuses our backend, and does not any more',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'mint-status', status: 403 });
    await host.open({ time: 'held' });
    for (let time = 0; time < 9; time += 1) await host.outwaitRetry();
    await host.expectStatus('recovering');
    await host.expectFact('problem', /^backend-failed/);
    expect(await host.find('[role="alert"]')).toHaveLength(0);
    await sandbox.expectStats({ mints: 0, launches: 0 });
    await sandbox.deleteFaults();
    await host.outwaitRetry();
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
  },
  { says: ['backend-failed'] },
);

scenario(
  'the backend fails for a while: the user is told, and may try at any time',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'mint-status', status: 503 });
    await host.open({ time: 'held' });
    await host.expectStatus('recovering');
    await host.expectWaiting(/is busy or not available.*Next try at \d/);
    // Each press asks at once.
    for (const asks of [2, 3, 4]) {
      await host.tryNow();
      await sandbox.expectStats({ mintAttempts: asks });
      await host.expectStatus('recovering');
    }
    await sandbox.deleteFaults();
    await host.tryNow();
    await host.expectStatus('live');
    await host.expectWaiting(/^$/);
    await sandbox.expectStats({ mintAttempts: 5, mints: 1, launches: 1, authsReceived: 1 });
  },
  { says: ['backend-failed'] },
);

scenario('the backend takes long: the user is told after a while', async ({ host, sandbox, network }) => {
  await network.hang();
  await host.open({ time: 'held' });
  await host.expectStatus('minting');
  await host.expectWaiting(/^Loading…$/);
  await host.jump(8_000);
  await host.expectWaiting(/takes longer than usual/);
  // Only once it is on its way: one that is not would get its answer as soon as the network works again.
  await network.expectPending(1);
  await network.restore();
  await host.tryNow();
  await host.expectStatus('live');
  await sandbox.expectStats({ mints: 1, launches: 1, authsReceived: 1 });
});

scenario(
  'the backend cannot be reached, online or not, and then can',
  async ({ host, sandbox, network }) => {
    await host.openLive({ time: 'held' });
    await network.goOffline();
    await host.press('relaunch');
    await host.expectStatus('recovering');
    await host.expectFact('problem', /^backend-unreachable/);
    await host.happens('online');
    await host.outwait('recovering', 500);
    await host.expectSteps('backend-unreachable', 2);
    await network.restore();
    await host.outwaitRetry();
    await host.expectStatus('live');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  },
  { says: ['backend-unreachable'] },
);

scenario(
  'the backend never answers',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'latency', ms: 600_000 });
    await host.open({ time: 'held' });
    await host.outwait('minting', 15_000);
    await host.expectFact('problem', /^backend-timeout/);
    await sandbox.deleteFaults();
    await host.outwaitRetry();
    await host.expectStatus('live');
    await sandbox.expectStats({ launches: 1, authsReceived: 1 });
  },
  { says: ['backend-timeout'] },
);
