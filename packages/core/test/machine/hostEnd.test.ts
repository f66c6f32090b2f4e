import { describe, expect, test } from 'vitest';
import type { HostEvent } from '../../src/machine/index.ts';
import { createHostRig, type HostRig } from '../support/hostRig.ts';

/** How each state is reached. */
const ways: Readonly<Record<string, (host: HostRig) => Promise<unknown> | void>> = {
  idle: () => {},
  'minting.asking': (host) => host.send('MOUNT'),
  'launching.opening': async (host) => {
    host.send('MOUNT');
    await host.answer();
  },
  'launching.reloaded': async (host) => {
    await host.goLive();
    await host.advance(600);
    host.send({ type: 'LOADED', foreign: false });
  },
  'launching.loaded': async (host) => {
    host.send('MOUNT');
    await host.answer();
    host.send({ type: 'LOADED', foreign: false });
  },
  live: (host) => host.goLive(),
  refreshing: async (host) => {
    await host.goLive();
    host.send('REFRESH');
  },
  recovering: async (host) => {
    host.send('MOUNT');
    await host.fail();
  },
  failed: async (host) => {
    host.send('MOUNT');
    await host.fail('not-authorized', { final: true });
  },
};

const everything: HostEvent[] = [
  { type: 'READY' },
  { type: 'TOKEN_REFRESH' },
  { type: 'TOKEN_EXPIRED' },
  { type: 'NAVIGATE', page: '/late' },
  { type: 'RESIZE', height: 900 },
  { type: 'LOADED', foreign: false },
  { type: 'BLOCKED' },
  { type: 'WAKE' },
  { type: 'ONLINE' },
  { type: 'REFRESH' },
];

describe.each(Object.entries(ways))('from %s', (name, reach) => {
  test.each(['UNMOUNT', 'DESTROY'] as const)(
    '%s: the call is aborted, the frame removed, and nothing else is done any more',
    async (end) => {
      const host = createHostRig();
      await reach(host);
      expect(host.state()).toBe(name);
      const calls = [...host.calls];
      const before = host.effects.length;
      host.send(end);
      expect(host.status()).toBe(end === 'UNMOUNT' ? 'idle' : 'closed');
      if (end === 'UNMOUNT') host.send(...everything);
      // A session that is being fetched may be wanted again within a moment.
      if (name === 'minting.asking' && end === 'UNMOUNT') await host.advance(5_000);
      expect(calls.every(({ signal }) => signal.aborted)).toBe(true);
      await host.advance(86_400_000);
      const after = host.effects.slice(before).map(({ did }) => did);
      expect(new Set(after)).toEqual(new Set(['removeFrame']));
      expect(host.view()).toMatchObject({
        sessionId: null,
        workspaceId: null,
        expiresAt: null,
        page: null,
        problem: null,
      });
    },
  );

  test('mounted again after it was unmounted: live', async () => {
    const host = createHostRig();
    await reach(host);
    host.send('UNMOUNT');
    const session = await host.goLive();
    expect([host.state(), host.effects.at(-1)?.session]).toEqual(['live', session]);
  });
});

test('put back while its session is still fetched: it goes on with the same request', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  for (let round = 0; round < 100; round++) {
    host.send('UNMOUNT');
    await host.advance(10);
    host.send('MOUNT');
  }
  const session = await host.answer();
  host.send('READY');
  expect([host.state(), host.count('fetch'), host.session()]).toEqual(['live', 1, session]);
});

test('put back after the answer to a launch that no one asked for: that one counts all the same', async () => {
  const host = createHostRig();
  await host.goLive();
  host.send('LOST');
  await host.advanceToTimer();
  host.send('UNMOUNT');
  await host.answer();
  expect([host.state(), host.actor.getSnapshot().context.recoveries]).toEqual(['idle', [host.now()]]);
});

test('C4: a session that arrives after it was unmounted, or after a newer launch, is thrown away', async () => {
  const host = createHostRig();
  host.send('MOUNT');
  const first = host.waiting()!;
  host.send('UNMOUNT');
  await host.advance(5_000);
  host.send('MOUNT');
  const second = await host.answer();
  first.resolve({ ...second, sessionId: 'late' });
  await host.advance(0);
  expect(host.session()).toBe(second);
  host.send({ type: 'RELAUNCH', reason: 'relaunch' });
  const third = host.waiting()!;
  host.send({ type: 'RELAUNCH', reason: 'relaunch' });
  third.resolve({ ...second, sessionId: 'late' });
  await host.advance(0);
  expect(host.session()).toBe(second);
});

test.each(['its time is up', 'a policy blocks it'])(
  'taken out while its session is fetched, and %s: it is over, and mounted again it launches',
  async (end) => {
    const host = createHostRig();
    host.send('MOUNT');
    await host.advance(12_000);
    host.send('UNMOUNT');
    if (end === 'a policy blocks it') host.send('CALL_BLOCKED');
    else await host.advance(3_000);
    expect(host.state()).toBe('idle');
    await host.advance(3_600_000);
    expect(host.count('fetch')).toBe(1);
    await host.goLive();
    expect(host.state()).toBe('live');
  },
);

test('hidden while its session is fetched, taken out and put back: it is not hidden any more, and its token is renewed', async () => {
  const host = createHostRig();
  host.send('MOUNT', 'HIDE', 'UNMOUNT', 'MOUNT');
  await host.answer();
  host.send('READY', 'TOKEN_REFRESH');
  expect([host.state(), host.count('refresh')]).toEqual(['refreshing', 1]);
});
