import { expect, test } from 'vitest';
import { createHostRig } from '../support/hostRig.ts';

test('no more than 12 sessions in ten minutes, whoever asks for them', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  for (let launch = 0; launch < 30; launch++) host.send({ type: 'RELAUNCH', reason: 'relaunch' });
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['failed', 'calls-spent', 12]);
  host.send('UNMOUNT', 'MOUNT');
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['failed', 'calls-spent', 12]);
  await host.advance(600_000);
  host.send({ type: 'RELAUNCH', reason: 'relaunch' });
  expect([host.state(), host.count('fetch')]).toEqual(['minting', 13]);
});

test('the calls are spent: the token is used to its end, then it has failed', async () => {
  const host = createHostRig();
  await host.goLive({ life: 300_000 });
  while (host.count('refresh') < 11) {
    host.send('REFRESH');
    await host.answer({ life: 300_000 });
  }
  host.send('REFRESH', 'TOKEN_EXPIRED');
  expect([host.state(), host.count('refresh')]).toEqual(['live', 11]);
  await host.advance(299_999);
  expect(host.state()).toBe('live');
  await host.advance(1);
  expect([host.state(), host.problem()]).toEqual(['failed', 'calls-spent']);
});

test('the calls are spent, and the token outlives that: refreshed as soon as a call is left again', async () => {
  const host = createHostRig();
  await host.goLive();
  while (host.count('refresh') < 11) {
    host.send('REFRESH');
    await host.answer();
  }
  host.send('REFRESH');
  expect(host.state()).toBe('live');
  await host.advance(600_000);
  expect([host.state(), host.count('refresh')]).toEqual(['refreshing', 12]);
});
