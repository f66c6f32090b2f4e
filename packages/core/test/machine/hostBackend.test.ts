import { expect, test } from 'vitest';
import { createHostRig } from '../support/hostRig.ts';

test('503 twice, then a session: live, and the problem is gone', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  for (let failures = 0; failures < 2; failures++) {
    await host.fail('backend-failed');
    expect([host.state(), host.problem()]).toEqual(['recovering', 'backend-failed']);
    await host.advanceToTimer();
  }
  await host.answer();
  host.send('READY');
  expect([host.state(), host.problem(), host.count('fetch')]).toEqual(['live', null, 3]);
});

test('a problem is told until it is cured', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.fail('backend-failed');
  const told = host.view().problem;
  await host.advanceToTimer();
  expect([host.state(), host.view().problem]).toEqual(['minting', told]);
  await host.answer();
  expect([host.status(), host.view().problem]).toEqual(['launching', told]);
  host.send('READY');
  expect([host.state(), host.view().problem]).toEqual(['live', null]);
});

test('a backend that keeps failing is given up on, and asked less and less often before', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  while (host.state() !== 'failed') {
    await host.fail('backend-failed');
    await host.advanceToTimer();
  }
  const at = host.deeds.filter(({ did }) => did === 'fetch').map((deed) => deed.at);
  const waits = at.slice(1).map((time, index) => time - at[index]!);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBeGreaterThan(4 * waits[0]!);
  expect(at.length).toBeLessThanOrEqual(12);
  expect(host.problem()).toBe('backend-failed');
});

test('waits for at least as long as the backend asks for', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.fail('backend-failed', { retryAfterMs: 90_000 });
  await host.advance(89_999);
  expect([host.state(), host.count('fetch')]).toEqual(['recovering', 1]);
  await host.advance(1);
  expect([host.state(), host.count('fetch')]).toEqual(['minting', 2]);
});

test.each(['not-authorized', 'not-found', 'session-revoked', 'session-malformed', 'launch-url-refused'] as const)(
  '%s is final: failed at once, and left by a relaunch alone',
  async (code) => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.fail(code, { final: true });
    expect([host.state(), host.problem()]).toEqual(['failed', code]);
    host.send('ONLINE', 'WAKE');
    await host.advance(600_000);
    expect([host.state(), host.count('fetch')]).toEqual(['failed', 1]);
    host.send({ type: 'RELAUNCH', reason: 'relaunch' });
    await host.answer();
    host.send('READY');
    expect([host.state(), host.problem()]).toEqual(['live', null]);
  },
);

test('a backend that hangs is given up on after its deadline, and its call is aborted', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  const { signal } = host.waiting()!;
  await host.advance(15_000);
  expect([host.state(), host.problem(), signal.aborted]).toEqual(['recovering', 'backend-timeout', true]);
  await host.advance(3_600_000);
  expect([host.state(), host.problem()]).toEqual(['failed', 'backend-timeout']);
});

test('offline: tries again as soon as the network is back', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.fail('backend-unreachable', { retryAfterMs: 60_000 });
  host.send('ONLINE');
  await host.advance(500);
  expect([host.state(), host.count('fetch')]).toEqual(['minting', 2]);
});

test('offline for so long that it has failed: goes on when the network is back', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  while (host.state() !== 'failed') {
    await host.fail('backend-unreachable');
    await host.advanceToTimer();
  }
  host.send('ONLINE');
  expect(host.state()).toBe('minting');
  expect(host.deeds.at(-1)?.input?.reason).toBe('recovery');
  await host.answer();
  host.send('READY');
  expect([host.state(), host.problem()]).toEqual(['live', null]);
});
