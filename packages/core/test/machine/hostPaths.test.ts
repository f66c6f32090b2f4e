import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { getShortestPaths, getStateNodes } from 'xstate/graph';
import { facts, failure } from '../support/facts.ts';
import { createHostRig, type Deed } from '../support/hostRig.ts';
import { createHostRules } from '../support/hostRules.ts';
import { createHostWorld, happening, type Happening, type HostWorld } from '../support/hostWorld.ts';
import { createTransitionCoverage } from '../support/transitionCoverage.ts';

const coverage = createTransitionCoverage();
const fixed = { seed: 20_261_123, numRuns: 300 };

/** A world that is watched, and how to let things happen in it. */
function watchedWorld() {
  const rules = createHostRules();
  const watched: { world: HostWorld | null } = { world: null };
  const onDeed = (deed: Deed): void => {
    if (watched.world) rules.onDeed(watched.world, deed);
  };
  const world = createHostWorld({ inspect: coverage.inspect, onDeed });
  watched.world = world;
  return {
    world,
    host: world.host,
    broken: rules.broken,
    async happen(...all: readonly Happening[]): Promise<void> {
      for (const what of all) {
        const before = world.host.deeds.length;
        await world.happen(what);
        rules.after(world, before, what);
      }
    },
  };
}

const mounted: Happening = { kind: 'event', event: { type: 'MOUNT' } };
const beginnings: Happening[][] = [
  [mounted],
  [mounted, { kind: 'answer', changes: {} }, { kind: 'document', ready: 'before', foreign: false }],
  [mounted, { kind: 'answer', changes: {} }, { kind: 'document', ready: 'after', foreign: false }, { kind: 'event', event: { type: 'REFRESH' } }],
];
const path = fc.tuple(fc.constantFrom(...beginnings), fc.array(happening, { maxLength: 30, size: 'max' })).map((parts) => parts.flat());

test('on any path: the rules hold, and with everybody’s help it is live again or has failed, which a relaunch leaves', async () => {
  await fc.assert(
    fc.asyncProperty(path, async (all) => {
      const { world, host, broken, happen } = watchedWorld();
      await happen(...all);
      expect(broken).toEqual([]);
      if (host.state() === 'idle') await happen(mounted);
      await world.cooperate();
      expect(['live', 'failed']).toContain(host.state());
      if (host.state() === 'failed') {
        await happen({ kind: 'advance', time: 600_000 }, { kind: 'event', event: { type: 'RELAUNCH', reason: 'relaunch' } });
        await world.cooperate();
      }
      expect(host.state()).toBe('live');
      expect(broken).toEqual([]);
      host.send('DESTROY');
      const before = host.deeds.length;
      await host.advance(86_400_000);
      expect(host.deeds.length).toBe(before);
    }),
    fixed,
  );
});

test('on any path: when everybody falls silent it ends, and has failed with a problem', async () => {
  await fc.assert(
    fc.asyncProperty(path, async (all) => {
      const { world, host, broken, happen } = watchedWorld();
      await happen(...all);
      await world.fallSilent();
      expect(['idle', 'failed']).toContain(host.state());
      expect(broken).toEqual([]);
    }),
    fixed,
  );
});

test('the shortest path to each state is what the definition says, and goes on to live', async () => {
  const { machine, input } = createHostRig();
  const done = (actor: string, output: object) => ({ type: `xstate.done.actor.0.embed.${actor}`, output });
  const events = [
    { type: 'MOUNT' },
    { type: 'READY' },
    { type: 'LOADED', foreign: true },
    { type: 'REFRESH' },
    { type: 'DESTROY' },
    done('minting', facts()),
    done('refreshing', facts()),
    { type: 'xstate.error.actor.0.embed.minting', error: failure() },
    { type: 'xstate.error.actor.0.embed.minting', error: failure('not-authorized', { final: true }) },
  ];
  const paths = getShortestPaths(machine as AnyStateMachine, {
    input,
    events,
    serializeState: ({ value }) => JSON.stringify(value) as never,
  });
  const stateName = (value: unknown): string => (typeof value === 'string' ? value : Object.entries(value as object)[0]!.join('.'));
  const leaves = getStateNodes(machine.root).filter(({ type }) => type === 'atomic' || type === 'final');
  expect(paths.map(({ state }) => stateName(state.value)).sort()).toEqual(leaves.map((node) => node.path.join('.')).sort());

  for (const { state, steps } of paths) {
    const { world, host, broken, happen } = watchedWorld();
    for (const { event } of steps) {
      if (event.type.startsWith('xstate.done')) await happen({ kind: 'answer', changes: {} });
      else if (event.type.startsWith('xstate.error')) await happen({ kind: 'fail', code: 'backend-failed', retryAfterMs: 0, ...event['error'] });
      else if (event.type === 'READY') await happen({ kind: 'document', ready: 'before', foreign: false });
      else if (event.type === 'LOADED') await happen({ kind: 'document', ready: 'never', foreign: true });
      else if (event.type !== 'xstate.init') await happen({ kind: 'event', event: event as never });
    }
    expect(host.state()).toBe(stateName(state.value));
    if (host.state() === 'closed') continue;
    await happen(host.state() === 'idle' ? mounted : { kind: 'event', event: { type: 'RELAUNCH', reason: 'relaunch' } });
    await world.cooperate();
    expect(host.state()).toBe('live');
    expect(broken).toEqual([]);
  }
});

const event = (type: 'REFRESH' | 'TOKEN_REFRESH' | 'TOKEN_EXPIRED' | 'READY' | 'ONLINE'): Happening => ({ kind: 'event', event: { type } });
const relaunch: Happening = { kind: 'event', event: { type: 'RELAUNCH', reason: 'relaunch' } };
const answer = (changes: (Happening & { kind: 'answer' })['changes'] = {}): Happening => ({ kind: 'answer', changes });
const fail = (retryAfterMs = 0): Happening => ({ kind: 'fail', code: 'backend-failed', final: false, retryAfterMs });
const spoken: Happening = { kind: 'document', ready: 'before', foreign: false };
const silent: Happening = { kind: 'document', ready: 'never', foreign: false };
const timer: Happening = { kind: 'timer' };
const sleep = (time: number): Happening => ({ kind: 'sleep', time });
const times = (count: number, ...all: Happening[]): Happening[] => Array.from({ length: count }, () => all).flat();
const live = [answer(), spoken];
/** Live, the last call spent, and the token dead, which nobody noticed. */
const spent: Happening[] = [{ kind: 'spend-calls', by: 'refresh', life: 20_000 }, sleep(25_000)];
/** Launched after many failures, and refreshing before it was ever live. */
const lastTry = [...times(8, fail(), timer), answer({ life: 4_000 }), sleep(5_000), spoken];

/** Paths that chance alone seldom finds. */
const rare: Readonly<Record<string, readonly Happening[]>> = {
  'a backend that fails until it is given up on': times(9, fail(), timer),
  'a last launch in which the backend hangs at the refresh': [...lastTry, timer],
  'a last launch in which the refresh fails': [...lastTry, fail()],
  'launches that come too late, then one that reloads in silence': [...times(3, answer({ launchLife: 0 }), timer), answer(), silent, silent, timer],
  'ready for a dead token, and no call left': [answer({ life: 4_000 }), ...times(11, relaunch, answer({ life: 4_000 })), sleep(5_000), spoken],
  'ready again for a dead token, and no call left': [...spent, event('READY')],
  'a refresh of a dead token, and no call left': [...spent, event('REFRESH')],
  'an ask for a dead token, and no call left': [...spent, event('TOKEN_REFRESH')],
  'a dead token, and no call left': [...spent, event('TOKEN_EXPIRED')],
  'a page that the session may not see': [{ kind: 'event', event: { type: 'RELAUNCH', reason: 'page', page: 'rules' } }, { kind: 'fail', code: 'page-refused', final: true, retryAfterMs: 0 }, ...live],
  'a launch in silence after launch upon launch in silence': times(4, answer(), silent, timer, timer),
  'an ask late in the life of a token': [answer({ life: 300_000 }), spoken, { kind: 'advance', time: 200_000 }, event('TOKEN_REFRESH'), answer()],
  'a token that has ended by the embed’s reckoning, late in its life': [answer({ life: 300_000 }), spoken, { kind: 'advance', time: 200_000 }, event('TOKEN_EXPIRED'), answer()],
  'hasty asks': [...live, event('TOKEN_REFRESH'), answer(), event('TOKEN_REFRESH'), event('TOKEN_EXPIRED')],
  'a failing refresh, and the network back': [...live, event('REFRESH'), fail(40_000), event('ONLINE')],
  'a refresh that answers with another session': [...live, event('REFRESH'), answer({ sessionId: 'session-2' })],
};

test.each(Object.entries(rare))('%s', async (_name, all) => {
  const { broken, happen } = watchedWorld();
  await happen(mounted, ...all);
  expect(broken).toEqual([]);
});

test('every transition of the definition was taken by these paths', () => {
  expect(coverage.missing(createHostRig().machine as AnyStateMachine)).toEqual([]);
});
