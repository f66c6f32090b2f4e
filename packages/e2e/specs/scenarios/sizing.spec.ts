import { eventually } from '../../src/eventually.ts';
import { expect, scenario } from '../../src/scenario/scenario.ts';

scenario(
  'Iframe does not resize correctly: no height comes',
  async ({ host, sandbox }) => {
    await sandbox.addFault({ fault: 'resize-never' });
    await host.open({ time: 'held' });
    await host.expectStatus('live');
    await host.expectFact('page', /dashboard/);
    await host.jump(5_200);
    await host.expectFact('height', '–');
    expect(await host.height()).toBe(480);
  },
  { says: ['height-missing'] },
);

scenario('a storm of heights ends on the last one', async ({ host, sandbox }) => {
  await host.openLive();
  await sandbox.addFault({ fault: 'resize-storm', count: 2_000, times: 1 });
  await eventually(async () =>
    expect((await sandbox.stats()).messagesSent['meshes:resize'] ?? 0).toBeGreaterThanOrEqual(2_000),
  );
  await host.settle();
  await host.expectFact('height', `${await host.height()} px`);
  await host.expectFact('problem', '–');
  await host.walk('events');
  await host.expectFact('page', /events/);
  await host.settle();
});

scenario('content that grows with its iframe comes to rest', async ({ host, sandbox }) => {
  await host.openLive();
  const before = await host.height();
  await sandbox.addFault({ fault: 'resize-growing', times: 1 });
  await eventually(async () => expect((await sandbox.stats()).messagesSent['meshes:resize'] ?? 0).toBeGreaterThan(1));
  await host.press('refresh');
  await sandbox.expectStats({ authsReceived: 2 });
  expect(Math.abs((await host.height()) - before)).toBeLessThan(100);
});
