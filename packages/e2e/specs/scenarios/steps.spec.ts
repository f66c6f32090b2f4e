import type { LaunchPage } from '@meshes-embed/core';
import { scenario } from '../../src/scenario/scenario.ts';

const pages: readonly LaunchPage[] = ['rules', 'events', 'connections', 'dashboard'];

/** To and fro, and some links twice. WebKit takes a hundred entries of the history in ten seconds, and no more. */
const order = [0, 1, 1, 2, 3, 3, 0, 2, 2, 1];

/** Where the user goes in each round. */
const rounds = Array.from({ length: 10 }, (_, round) =>
  order.map((page) => pages[(page + (round % 3)) % pages.length]!),
);

scenario(
  'a hundred clicks on the links of the screen end at the last one',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    for (const [round, clicks] of rounds.entries()) {
      const last = clicks.at(-1)!;
      await host.unanswered(async () => {
        await host.followFast(clicks.slice(0, -1));
        await host.follow(last);
      });
      await host.expectFact('page', new RegExp(last));
      await host.expectStatus('live');
      await sandbox.expectStats({ mints: round + 2, launches: round + 2, authsReceived: round + 2 });
      // A height that comes after the next click would be answered by a token, once the embed is used again.
      await host.settle();
      // No one clicks as fast as that for longer.
      await host.jump(10_000);
    }
    await host.expectFact('problem', '–');
    await host.expectIframes(1);
    await host.settle();
  },
  { document: 'own' },
);

scenario(
  'a click back while another page is launched: the embed that is still on screen is used again',
  async ({ host, sandbox }) => {
    await host.openLive({ time: 'held' });
    await sandbox.addFault({ fault: 'ready-never', times: 1 });
    await host.follow('rules');
    await host.expectSteps('load', 2);
    await host.follow('dashboard');
    await host.expectStatus('live');
    await host.expectFact('page', /dashboard/);
    await host.expectIframes(1);
    // And nothing comes of the other one.
    await host.jump(60_000);
    await host.expectFact('problem', '–');
    await sandbox.expectStats({ mints: 2, launches: 2, authsReceived: 1 });
  },
);

scenario('a click while another page is launched goes to the last one', async ({ host, sandbox }) => {
  await host.openLive({ time: 'held' });
  await sandbox.addFault({ fault: 'ready-never', times: 1 });
  await host.follow('rules');
  await host.expectSteps('load', 2);
  await host.follow('events');
  await host.expectFact('page', /events/);
  await host.expectStatus('live');
  await host.expectIframes(1);
  await sandbox.expectStats({ mints: 3, launches: 3, authsReceived: 2 });
  // And nothing comes of the other one.
  await host.jump(60_000);
  await host.expectFact('problem', '–');
});
