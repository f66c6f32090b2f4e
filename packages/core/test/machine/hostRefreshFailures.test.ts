import { expect, test } from 'vitest';
import { createHostRig } from '../support/hostRig.ts';

test('a refresh that fails while the token lives leaves the embed in use, tells, and tries again', async () => {
  const host = createHostRig();
  const first = await host.goLive();
  host.send('REFRESH');
  await host.fail('backend-failed');
  expect([host.state(), host.problem(), host.count('reportProblem')]).toEqual(['live', null, 1]);
  host.send('READY');
  expect(host.effects.at(-1)).toMatchObject({ did: 'postAuth', session: first });
  await host.advance(1_000);
  expect([host.state(), host.count('refresh')]).toEqual(['refreshing', 2]);
  const second = await host.answer();
  expect(host.effects.at(-1)).toMatchObject({ did: 'postAuth', session: second });
  expect(host.count('showFrame')).toBe(1);
});

test('a refresh that fails is tried again no sooner than the backend asks for', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('REFRESH');
  await host.fail('backend-failed', { retryAfterMs: 45_000 });
  await host.advance(44_999);
  expect(host.count('refresh')).toBe(1);
  await host.advance(22_501);
  expect(host.count('refresh')).toBe(2);
});

test('a refresh that is to wait for longer than the token lives is tried once more at its end', async () => {
  const host = createHostRig();
  await host.goLive({ ttlMs: 60_000 });
  host.send('REFRESH');
  await host.fail('backend-failed', { retryAfterMs: 300_000 });
  await host.advance(60_000);
  expect([host.state(), host.count('refresh')]).toEqual(['refreshing', 2]);
});

test('a refresh that hangs while the token lives is given up, told, and tried again', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('REFRESH');
  const { signal } = host.waiting()!;
  await host.advance(15_000);
  expect([host.state(), signal.aborted, host.count('reportProblem')]).toEqual(['live', true, 1]);
  await host.advance(1_000);
  expect(host.state()).toBe('refreshing');
});

test('a failing refresh is hurried when the network is back; else that is no reason to refresh', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('ONLINE');
  await host.advance(60_000);
  expect(host.count('refresh')).toBe(0);
  host.send('REFRESH');
  await host.fail('backend-unreachable', { retryAfterMs: 300_000 });
  host.send('ONLINE');
  await host.advance(299_999);
  expect(host.count('refresh')).toBe(1);
  await host.advance(501);
  expect(host.count('refresh')).toBe(2);
});

test('a refresh that succeeds makes former failures forgotten', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('REFRESH');
  for (let failures = 0; failures < 4; failures++) {
    await host.fail('backend-failed');
    await host.advanceToTimer();
  }
  await host.answer();
  host.send('ONLINE');
  await host.advance(60_000);
  expect([host.state(), host.count('refresh')]).toEqual(['live', 5]);
  host.send('REFRESH');
  await host.fail('backend-failed');
  await host.advance(500);
  expect(host.count('refresh')).toBe(7);
});

test('refreshes fail until the token is dead: a fresh launch', async () => {
  const host = createHostRig();
  await host.goLive({ ttlMs: 20_000 });
  host.send('REFRESH');
  while (host.state() === 'live' || host.state() === 'refreshing') {
    if (host.state() === 'refreshing') await host.fail('backend-failed');
    await host.advanceToTimer();
  }
  expect(host.now()).toBeGreaterThanOrEqual(20_000);
  expect(host.effects.at(-1)).toMatchObject({ did: 'fetch', input: { reason: 'recovery' } });
});

test('a refresh that hangs beyond the life of the token ends in a fresh launch', async () => {
  const host = createHostRig();
  await host.goLive({ ttlMs: 5_000 });
  host.send('REFRESH');
  await host.advance(15_000);
  expect([host.state(), host.problem()]).toEqual(['recovering', 'backend-timeout']);
});

test('H2: a revoked session ends it: shown, no loop', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('TOKEN_REFRESH');
  await host.fail('session-revoked', { final: true });
  expect([host.state(), host.problem()]).toEqual(['failed', 'session-revoked']);
  expect(host.effects.at(-1)?.did).toBe('removeFrame');
  await host.advance(3_600_000);
  expect([host.count('refresh'), host.count('fetch')]).toEqual([1, 1]);
});

test('a refresh that answers with another session is not taken: a fresh launch', async () => {
  const host = createHostRig();
  const first = await host.goLive();
  host.send('REFRESH');
  await host.answer({ sessionId: 'session-of-someone-else' });
  expect([host.state(), host.problem()]).toEqual(['recovering', 'session-differs']);
  expect(host.effects.filter(({ did }) => did === 'postAuth').map(({ session }) => session)).toEqual([first]);
});
