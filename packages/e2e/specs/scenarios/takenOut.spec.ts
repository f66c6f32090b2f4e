import { expect, scenario } from '../../src/scenario/scenario.ts';
import type { HostScreen } from '../../src/demo/hostScreen.ts';

/** Takes it out, which leaves nothing, and puts it in again, which starts from the beginning. */
async function takeOutAndPutIn(host: HostScreen): Promise<void> {
  await takeOut(host);
  await host.press('toggle');
  await host.expectStatus('live');
  await host.expectIframes(1);
}

async function takeOut(host: HostScreen): Promise<void> {
  await host.press('toggle');
  await host.expectIframes(0);
  await host.jump(0);
  await host.expectSteps('idle', 1);
  expect(await host.fact('status')).toBe('idle');
}

scenario('it is taken out while it is live, and nothing happens any more', async ({ host, sandbox }) => {
  await host.openLive({ time: 'held' });
  await takeOut(host);
  const { length } = await host.trace();
  await host.jump(86_400_000);
  for (const event of ['shown', 'online', 'restored'] as const) await host.happens(event);
  expect(await host.trace()).toHaveLength(length);
  await sandbox.expectStats({ mints: 1, refreshAttempts: 0, launches: 1 });
  await host.press('toggle');
  await host.expectStatus('live');
  await host.expectIframes(1);
  await sandbox.expectStats({ mints: 2, launches: 2, launchesRefused: 0, authsReceived: 2 });
});

scenario('it is taken out while a session is asked for', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'latency', ms: 600_000 });
  await host.open({ time: 'held' });
  await host.expectStatus('minting');
  await host.press('toggle');
  await host.jump(0);
  await host.expectSteps('minting.takenOut', 1);
  expect(await host.fact('status')).toBe('idle');
  // It might be put back for the answer; then no one wants that any more.
  await host.jump(5_000);
  await host.expectSteps('idle', 1);
  await sandbox.deleteFaults();
  await host.press('toggle');
  await host.expectStatus('live');
  await sandbox.expectStats({ launches: 1, authsReceived: 1 });
});

scenario('it is taken out while it is launched', async ({ host, sandbox }) => {
  await sandbox.addFault({ fault: 'ready-never', times: 1 });
  await host.open({ time: 'held' });
  await host.expectStatus('launching');
  await host.expectSteps('load', 1);
  await takeOutAndPutIn(host);
  await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 1 });
});

scenario('it is taken out while its token is refreshed', async ({ host, sandbox }) => {
  await host.openLive({ time: 'held' });
  await sandbox.addFault({ fault: 'refresh-hang' });
  await host.press('refresh');
  await host.expectStatus('refreshing');
  await takeOutAndPutIn(host);
  await sandbox.expectStats({ mints: 2, refreshes: 0, launches: 2, authsReceived: 2 });
});

scenario(
  'it is taken out while it waits for another try',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'ready-never', times: 1 });
    await host.open({ time: 'held' });
    await host.outwaitSilence(1);
    await host.expectStatus('recovering');
    await takeOutAndPutIn(host);
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 1 });
  },
  { says: ['ready-missing'] },
);

scenario(
  'it is taken out after it has failed',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await sandbox.act('revoke', await host.sessionId());
    await host.press('refresh');
    await host.expectStatus('failed');
    await takeOutAndPutIn(host);
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 2 });
  },
  { says: ['session-revoked'] },
);
