import { expect, test } from 'vitest';
import { createHostRig } from '../support/hostRig.ts';

test('asleep while idle: nothing to do', () => {
  const host = createHostRig();
  host.sleep(86_400_000);
  host.send('WAKE');
  expect(host.state()).toBe('idle');
});

test('asleep while a session is fetched: too late, another try', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  host.sleep(60_000);
  host.send('WAKE');
  expect([host.state(), host.problem()]).toEqual(['recovering', 'backend-timeout']);
});

test('asleep while launching: the launch URL is too old by now, another one', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer();
  host.sleep(60_000);
  host.send('WAKE');
  expect([host.state(), host.problem()]).toEqual(['recovering', 'embed-slow']);
});

test('asleep after a reload: another launch', async () => {
  const host = createHostRig();
  await host.goLive();
  await host.advance(600);
  host.send({ type: 'LOADED', foreign: false });
  host.sleep(60_000);
  host.send('WAKE');
  expect([host.state(), host.problem()]).toEqual(['recovering', 'frame-reloaded']);
});

test('asleep while live, for a nap: nothing is refreshed', async () => {
  const host = createHostRig();
  await host.goLive();
  host.sleep(60_000);
  host.send('WAKE');
  expect(host.state()).toBe('live');
});

test('asleep while live, till shortly before the end of the token: refreshed on waking', async () => {
  const host = createHostRig();
  await host.goLive();
  host.sleep(1_750_000);
  host.send('WAKE');
  expect(host.effects.at(-1)).toMatchObject({ did: 'refresh', input: { reason: 'wake' } });
  await host.answer();
  expect(host.state()).toBe('live');
});

test('asleep while live, beyond the end of the token: refreshed, and the dead token is not posted again', async () => {
  const host = createHostRig();
  const first = await host.goLive();
  host.sleep(36_000_000);
  host.send('READY');
  expect(host.state()).toBe('refreshing');
  expect(host.count('postAuth')).toBe(1);
  host.send('READY');
  expect(host.count('postAuth')).toBe(1);
  const second = await host.answer();
  expect(second).not.toBe(first);
  expect(host.effects.at(-1)).toMatchObject({ did: 'postAuth', session: second });
});

test('asleep while launching, beyond the end of the token: refreshed before it is posted', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.answer({ ttlMs: 10_000 });
  host.sleep(12_000);
  host.send('READY');
  expect([host.state(), host.count('postAuth')]).toEqual(['refreshing', 0]);
  const second = await host.answer();
  expect([host.state(), host.effects.at(-1)?.session]).toEqual(['live', second]);
});

test('asleep while refreshing, the token still good: live again, tried again', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('REFRESH');
  host.sleep(60_000);
  host.send('WAKE');
  expect(host.state()).toBe('live');
  await host.advance(1_000);
  expect(host.state()).toBe('refreshing');
});

test('asleep while refreshing, beyond the end of the token: another launch', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('REFRESH');
  host.sleep(3_600_000);
  host.send('WAKE');
  expect([host.state(), host.problem()]).toEqual(['recovering', 'backend-timeout']);
});

test('asleep while recovering: goes on at once', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.fail('backend-failed', { retryAfterMs: 300_000 });
  host.sleep(400_000);
  host.send('WAKE');
  expect(host.state()).toBe('minting.asking');
});

test('asleep while failed or closed: stays so', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.fail('not-authorized', { final: true });
  host.sleep(86_400_000);
  host.send('WAKE');
  expect(host.state()).toBe('failed');
  host.send('DESTROY');
  expect(host.state()).toBe('closed');
});

test('woken again and again before the deadline: the deadline stays where it is', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  for (let second = 0; second < 15; second++) {
    expect(host.state()).toBe('minting.asking');
    host.send('WAKE', 'ONLINE');
    await host.advance(1_000);
  }
  expect(host.state()).toBe('recovering');
});
