import { expect, test } from 'vitest';
import { createHostRig } from '../support/hostRig.ts';

test('the embed asks: one refresh in place, and the newer token is posted', async () => {
  const host = createHostRig();
  const first = await host.goLive();
  host.send('TOKEN_REFRESH');
  expect(host.state()).toBe('refreshing');
  expect(host.effects.at(-1)).toMatchObject({ did: 'refresh', session: first, input: { reason: 'asked' } });
  const second = await host.answer();
  expect(host.state()).toBe('live');
  expect(host.effects.at(-1)).toMatchObject({ did: 'postAuth', session: second });
  expect([host.count('fetch'), host.count('showFrame')]).toEqual([1, 1]);
});

test('B9: a burst of asks causes one refresh', async () => {
  const host = createHostRig();
  await host.goLive();
  for (let ask = 0; ask < 1_000; ask++) host.send('TOKEN_REFRESH');
  expect(host.count('refresh')).toBe(1);
  await host.answer();
  for (let ask = 0; ask < 1_000; ask++) host.send('TOKEN_REFRESH', 'TOKEN_EXPIRED');
  expect(host.count('refresh')).toBe(1);
});

test('B10: expired and refresh together cause one refresh', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('TOKEN_EXPIRED', 'TOKEN_REFRESH');
  expect(host.count('refresh')).toBe(1);
  expect(host.effects.at(-1)?.input).toEqual(expect.objectContaining({ reason: 'expired' }));
});

test('B10: ready in mid-refresh is answered with the token in use, and then with the newer one', async () => {
  const host = createHostRig();
  const first = await host.goLive();
  host.send('REFRESH');
  expect(host.effects.at(-1)?.input?.reason).toBe('call');
  host.send('READY');
  expect(host.effects.at(-1)).toMatchObject({ did: 'postAuth', session: first });
  const second = await host.answer();
  expect(host.effects.at(-1)).toMatchObject({ did: 'postAuth', session: second });
});

test('H4: an embed that refuses each newer token at once is served later and later, never in a loop', async () => {
  const host = createHostRig();
  await host.goLive();
  const at: number[] = [];
  while (host.now() < 240_000) {
    host.send('TOKEN_REFRESH');
    while (host.state() !== 'refreshing') await host.advanceToTimer();
    at.push(host.now());
    await host.answer();
  }
  const waits = at.slice(1).map((time, index) => time - at[index]!);
  expect(waits[0]).toBe(2_000);
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect(waits.at(-1)).toBe(60_000);
});

test('H4: asks that are repeated while one waits to be served do not put it off', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('TOKEN_REFRESH');
  await host.answer();
  for (let ask = 0; ask < 20; ask++) {
    host.send('TOKEN_REFRESH');
    await host.advance(100);
  }
  expect(host.count('refresh')).toBe(2);
});

test('H4: one hasty ask is served after a short while', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('TOKEN_REFRESH');
  await host.answer();
  host.send('TOKEN_REFRESH');
  expect([host.state(), host.count('refresh')]).toEqual(['live', 1]);
  await host.advance(2_000);
  expect([host.state(), host.count('refresh')]).toEqual(['refreshing', 2]);
});

test('an ask long after a refresh is served at once, however many there were before', async () => {
  const host = createHostRig();
  await host.goLive();
  for (let ask = 0; ask < 4; ask++) {
    host.send('TOKEN_REFRESH');
    expect(host.state()).toBe('refreshing');
    await host.answer();
    await host.advance(60_000);
  }
});

test('the embed does not ask: the token is refreshed shortly before its end', async () => {
  const host = createHostRig();
  await host.goLive({ ttlMs: 1_000_000 });
  await host.advance(840_000);
  expect(host.count('refresh')).toBe(0);
  await host.advance(65_000);
  expect(host.effects.at(-1)).toMatchObject({ did: 'refresh', input: { reason: 'timer' } });
  await host.answer();
  expect(host.state()).toBe('live');
});

test.each([0, 0.999])('tabs do not refresh all at once (%d)', async (chance) => {
  const host = createHostRig({ random: () => chance });
  await host.goLive({ ttlMs: 1_000_000 });
  await host.advanceToTimer();
  expect(host.now()).toBeCloseTo(chance === 0 ? 900_000 : 850_000, -3);
});

test('a life beyond what a timer can hold sets none that would fire at once', async () => {
  const host = createHostRig();
  await host.goLive({ ttlMs: 1e12 });
  expect(host.clock.nextDue()).toBeLessThan(2 ** 31);
  await host.advance(86_400_000);
  expect(host.count('refresh')).toBe(0);
});
