import { expect, test } from 'vitest';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

const relaunch = { type: 'RELAUNCH', reason: 'relaunch' } as const;

/** The iframe is removed by another script, and the embed recovers by itself. */
async function recover(host: HostRig): Promise<void> {
  host.send('LOST');
  await host.advance(0);
  if (host.waiting()) await host.answer();
  host.send({ type: 'READY' }, { type: 'LOADED', foreign: false }, { type: 'HEARD' });
}

test('1.1: 100 pages chosen in a row, some of them reached: it ends live at the last one, and nothing is told', async () => {
  const host = createHostRig();
  await host.goLive();
  for (let click = 0; click < 100; click++) {
    host.send({ type: 'PAGE', page: click % 2 ? 'rules' : 'events' });
    if (click % 3 === 0) {
      await host.answer();
      host.send('READY');
    }
    await host.advance(1_400);
  }
  if (host.waiting()) await host.answer();
  host.send('READY');
  expect([host.state(), host.actor.getSnapshot().context.at, host.count('reportProblem')]).toEqual([
    'live',
    'rules',
    0,
  ]);
});

test('1.1: eleven pages, then left for an hour with tokens of 300 s: refreshed in time', async () => {
  const host = createHostRig();
  await host.goLive({ ttlMs: 300_000 });
  for (let click = 0; click < 11; click++) {
    host.send({ type: 'PAGE', page: click % 2 ? 'rules' : 'events' });
    await host.answer({ ttlMs: 300_000 });
    host.send('READY');
  }
  for (let refreshes = 0; refreshes < 12; refreshes++) {
    await host.advance(270_000);
    expect(host.state()).toBe('refreshing');
    await host.answer({ ttlMs: 300_000 });
  }
  expect([host.state(), host.count('fetch')]).toEqual(['live', 12]);
});

test('a host that loops is slowed down, told, and ends where it wanted to', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  for (let step = 0; step < 200; step++) {
    host.send(relaunch);
    await host.advance(10);
  }
  expect(host.count('fetch')).toBeLessThanOrEqual(22);
  expect(host.count('reportProblem')).toBeGreaterThan(0);
  await host.advance(2_000);
  await host.answer();
  host.send('READY');
  expect(host.state()).toBe('live');
});

test('1.9b: no more than 6 recoveries in ten minutes: told, with a time, and a press works at once', async () => {
  const host = createHostRig();
  await host.goLive();
  for (let count = 0; count < 6; count++) {
    await recover(host);
    expect(host.state()).toBe('live');
    await host.advance(31_000);
  }
  await recover(host);
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['recovering', 'calls-spent', 7]);
  expect(host.view().retryAt).toBeGreaterThan(Date.now() + 300_000);
  host.send(relaunch);
  expect([host.state(), host.count('fetch')]).toEqual(['minting.asking', 8]);
});

test('no more than 6 recoveries in ten minutes: it goes on by itself when they are over', async () => {
  const host = createHostRig();
  await host.goLive();
  for (let count = 0; count < 7; count++) {
    await recover(host);
    await host.advance(31_000);
  }
  expect(host.state()).toBe('recovering');
  await host.advance(600_000 - 6 * 31_000);
  expect(host.state()).toBe('minting.asking');
});

test('launches of the host do not count: after many of them it still recovers', async () => {
  const host = createHostRig();
  await host.goLive();
  for (let count = 0; count < 15; count++) {
    host.send(relaunch);
    await host.answer();
    host.send('READY');
    await host.advance(1_000);
  }
  await recover(host);
  expect(host.state()).toBe('live');
});

/** Refreshes that the host did not ask for, until none is left; the last token lives for so long. ms */
async function spendRefreshes(host: HostRig, life: number): Promise<void> {
  await host.goLive({ ttlMs: 20_000 });
  for (let count = 1; count <= 12; count++) {
    await host.advance(20_000 * 0.9);
    await host.answer({ ttlMs: count < 12 ? 20_000 : life });
  }
  expect([host.state(), host.count('refresh')]).toEqual(['live', 12]);
}

test('no more than 12 refreshes in ten minutes that no one asked for: the token is used to its end', async () => {
  const host = createHostRig();
  await spendRefreshes(host, 20_000);
  await host.advance(19_999);
  expect([host.state(), host.count('refresh')]).toEqual(['live', 12]);
  await host.advance(1);
  expect([host.problem(), host.count('refresh'), host.count('fetch')]).toEqual(['calls-spent', 12, 2]);
});

test('the refreshes are spent, and the token outlives that: refreshed as soon as one is left again', async () => {
  const host = createHostRig();
  await spendRefreshes(host, 1_800_000);
  await host.advance(61_000);
  host.send('TOKEN_REFRESH');
  expect(host.state()).toBe('live');
  while (host.state() === 'live') await host.advanceToTimer();
  expect([host.state(), host.count('refresh')]).toEqual(['refreshing', 13]);
  expect(host.now()).toBe(host.answered.find(({ did }) => did === 'refresh')!.at + 600_000);
});

test('the host’s own refresh is never refused', async () => {
  const host = createHostRig();
  await spendRefreshes(host, 1_800_000);
  for (let count = 0; count < 20; count++) {
    host.send('REFRESH');
    expect(host.state()).toBe('refreshing');
    await host.answer();
  }
});
