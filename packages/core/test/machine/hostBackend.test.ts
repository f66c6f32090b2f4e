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
  expect([host.state(), host.view().problem]).toEqual(['minting.asking', told]);
  await host.answer();
  expect([host.status(), host.view().problem]).toEqual(['launching', told]);
  host.send('READY');
  expect([host.state(), host.view().problem]).toEqual(['live', null]);
});

test('a backend that keeps failing is asked less and less often, and at least once in a minute', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  for (let failures = 0; failures < 40; failures++) {
    await host.fail('backend-failed');
    expect([host.state(), host.problem()]).toEqual(['recovering', 'backend-failed']);
    while (host.state() === 'recovering') await host.advanceToTimer();
  }
  const at = host.effects.filter(({ did }) => did === 'fetch').map((effect) => effect.at);
  const waits = at.slice(1).map((time, index) => time - at[index]!);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBeGreaterThan(4 * waits[0]!);
  expect(waits.at(-1)).toBeLessThanOrEqual(60_000);
  await host.answer();
  host.send('READY');
  expect([host.state(), host.problem()]).toEqual(['live', null]);
});

test('1.2: an outage of 95 s: each press asks at once, and it is live as soon as the route is', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  const end = 95_000;
  for (let presses = 0; presses < 20 && host.now() < end; presses++) {
    if (host.waiting()) await host.fail('backend-failed', { retryAfterMs: 2_000 });
    await host.advance(5_000);
    if (host.waiting()) await host.fail('backend-failed', { retryAfterMs: 2_000 });
    const asked = host.count('fetch');
    host.send({ type: 'RELAUNCH', reason: 'relaunch' });
    expect([host.state(), host.count('fetch')]).toEqual(['minting.asking', asked + 1]);
  }
  await host.answer();
  host.send('READY');
  expect([host.state(), host.problem()]).toEqual(['live', null]);
});

test.each([
  [0, 90_000],
  [0.999, 149_000],
])(
  '1.9i: waits for at least as long as the backend asks for, and no two tabs (%s) wait equally long',
  async (random, wait) => {
    const host = createHostRig({ random: () => random });
    host.send('MOUNT');
    await host.fail('backend-failed', { retryAfterMs: 90_000 });
    await host.advance(wait - 1);
    expect([host.state(), host.count('fetch')]).toEqual(['recovering', 1]);
    await host.advance(1_000);
    expect([host.state(), host.count('fetch')]).toEqual(['minting.asking', 2]);
  },
);

test('1.9i: the network back does not override what the backend asked for', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  await host.fail('backend-failed', { retryAfterMs: 90_000 });
  host.send('ONLINE');
  await host.advance(89_999);
  expect([host.state(), host.count('fetch')]).toEqual(['recovering', 1]);
  await host.advance(501);
  expect([host.state(), host.count('fetch')]).toEqual(['minting.asking', 2]);
});

test('1.9a: backend failures do not count against a launch that is slow afterwards', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  for (let failures = 0; failures < 3; failures++) {
    await host.fail('backend-failed');
    while (host.state() === 'recovering') await host.advanceToTimer();
  }
  await host.answer();
  host.send({ type: 'LOADED', foreign: false });
  await host.advance(15_000);
  expect([host.state(), host.problem()]).toEqual(['recovering', 'ready-missing']);
});

test.each(['not-authorized', 'not-found', 'session-revoked', 'session-malformed', 'launch-url-refused'] as const)(
  '%s is final: failed at once, and left by a relaunch only',
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

test('a backend that hangs is asked again after its deadline, and its call is aborted', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  const { signal } = host.waiting()!;
  await host.advance(15_000);
  expect([host.state(), host.problem(), signal.aborted]).toEqual(['recovering', 'backend-timeout', true]);
  await host.advance(3_600_000);
  expect([host.view().onScreen, host.problem()]).toEqual([false, 'backend-timeout']);
});

test('offline: tries again as soon as the network is back', async () => {
  const host = createHostRig({ random: () => 0.9 });
  host.send('MOUNT');
  for (let failures = 0; failures < 8; failures++) {
    await host.fail('backend-unreachable');
    if (failures < 7) while (host.state() === 'recovering') await host.advanceToTimer();
  }
  host.send('ONLINE');
  await host.advance(500);
  expect([host.state(), host.count('fetch')]).toEqual(['minting.asking', 9]);
});
