import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { getShortestPaths, getStateNodes } from 'xstate/graph';
import { facts, failure } from '../support/facts.ts';
import { createHostRig, type Effect } from '../support/hostRig.ts';
import { createHostRules } from '../support/hostRules.ts';
import { createHostSimulation, hostStep, type HostStep, type HostSimulation } from '../support/hostSimulation.ts';
import { createTransitionCoverage } from '../support/transitionCoverage.ts';

const coverage = createTransitionCoverage();
/** How many paths are made up. The mutation score, which runs them for each mutant, asks for fewer. */
const fewer = process.env['HOST_PATHS'];
const fixed = { seed: 20_261_123, numRuns: Number(fewer ?? 300) };

/** A simulation that is watched, and how to let things happen in it. */
function watchedWorld(movable = true) {
  const rules = createHostRules();
  const watched: { simulation: HostSimulation | null } = { simulation: null };
  const onDeed = (effect: Effect): void => {
    if (watched.simulation) rules.onDeed(watched.simulation, effect);
  };
  const simulation = createHostSimulation({ inspect: coverage.inspect, onDeed, movable });
  watched.simulation = simulation;
  return {
    simulation,
    host: simulation.host,
    broken: rules.broken,
    async take(...all: readonly HostStep[]): Promise<void> {
      for (const what of all) {
        const before = simulation.host.effects.length;
        await simulation.take(what);
        rules.after(simulation, before, what);
      }
    },
  };
}

const mounted: HostStep = { kind: 'event', event: { type: 'MOUNT' } };
const beginnings: HostStep[][] = [
  [mounted],
  [mounted, { kind: 'answer', changes: {} }, { kind: 'document', ready: 'before', foreign: false }],
  [
    mounted,
    { kind: 'answer', changes: {} },
    { kind: 'document', ready: 'after', foreign: false },
    { kind: 'event', event: { type: 'REFRESH' } },
  ],
];
const path = fc
  .tuple(fc.constantFrom(...beginnings), fc.array(hostStep, { maxLength: 30, size: 'max' }))
  .map((parts) => parts.flat());

test('on any path: the rules hold, and with everybody’s help it is live again or has failed, which a relaunch leaves', async () => {
  await fc.assert(
    fc.asyncProperty(path, async (all) => {
      const { simulation, host, broken, take } = watchedWorld();
      await take(...all);
      expect(broken).toEqual([]);
      await take({ kind: 'event', event: { type: 'SHOW' } });
      if (host.status() === 'idle') await take(mounted);
      await simulation.cooperate();
      expect(['live', 'failed']).toContain(host.state());
      if (host.state() === 'failed') {
        await take(
          { kind: 'advance', time: 600_000 },
          { kind: 'event', event: { type: 'RELAUNCH', reason: 'relaunch' } },
        );
        await simulation.cooperate();
      }
      expect(host.state()).toBe('live');
      expect(broken).toEqual([]);
      host.send('DESTROY');
      const before = host.effects.length;
      await host.advance(86_400_000);
      expect(host.effects.length).toBe(before);
    }),
    fixed,
  );
});

test('on any path: when everybody falls silent it has failed, or goes on trying, with a problem', async () => {
  await fc.assert(
    fc.asyncProperty(path, async (all) => {
      const { simulation, host, broken, take } = watchedWorld();
      await take(...all);
      await take({ kind: 'event', event: { type: 'SHOW' } });
      await simulation.fallSilent();
      // What fails for a while is tried again for as long as it does, and that is said.
      expect(['idle', 'failed', 'recovering', 'minting']).toContain(host.status());
      if (host.status() !== 'idle') expect(host.problem()).not.toBeNull();
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
    { type: 'UNMOUNT' },
    { type: 'READY' },
    { type: 'LOADED', foreign: true },
    { type: 'LOADED', foreign: false },
    { type: 'REFRESH' },
    { type: 'PARK', until: Infinity },
    { type: 'PRELOAD', page: 'rules', until: Infinity },
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
  const stateName = (value: unknown): string =>
    typeof value === 'string' ? value : Object.entries(value as object)[0]!.join('.');
  const leaves = getStateNodes(machine.root).filter(({ type }) => type === 'atomic' || type === 'final');
  // A session waits for its container only where no iframe can be moved.
  const states = leaves.map((node) => node.path.join('.')).filter((name) => name !== 'parked.minted');
  expect(paths.map(({ state }) => stateName(state.value)).sort()).toEqual(states.sort());

  for (const { state, steps } of paths) {
    const { simulation, host, broken, take } = watchedWorld();
    for (const { event } of steps) {
      if (event.type.startsWith('xstate.done')) await take({ kind: 'answer', changes: {} });
      else if (event.type.startsWith('xstate.error'))
        await take({ kind: 'fail', code: 'backend-failed', retryAfterMs: 0, ...event['error'] });
      else if (event.type === 'READY') await take({ kind: 'document', ready: 'before', foreign: false });
      else if (event.type === 'LOADED')
        await take({ kind: 'document', ready: 'never', foreign: (event as { foreign?: boolean }).foreign === true });
      else if (event.type !== 'xstate.init') await take({ kind: 'event', event: event as never });
    }
    expect(host.state()).toBe(stateName(state.value));
    if (host.state() === 'closed') continue;
    await take(
      host.actor.getSnapshot().context.parked
        ? event('SHOW')
        : host.status() === 'idle'
          ? mounted
          : { kind: 'event', event: { type: 'RELAUNCH', reason: 'relaunch' } },
    );
    await simulation.cooperate();
    expect(host.state()).toBe('live');
    expect(broken).toEqual([]);
  }
});

const event = (
  type:
    | 'REFRESH'
    | 'TOKEN_REFRESH'
    | 'TOKEN_EXPIRED'
    | 'READY'
    | 'ONLINE'
    | 'WAKE'
    | 'UNMOUNT'
    | 'BLOCKED'
    | 'ISOLATED'
    | 'CALL_BLOCKED'
    | 'SIGN_OUT'
    | 'BROKEN'
    | 'HIDE'
    | 'SHOW',
): HostStep => ({
  kind: 'event',
  event: { type },
});
const relaunch: HostStep = { kind: 'event', event: { type: 'RELAUNCH', reason: 'relaunch' } };
const page: HostStep = { kind: 'event', event: { type: 'PAGE', page: 'rules' } };
const identity: HostStep = { kind: 'event', event: { type: 'IDENTITY', page: 'dashboard' } };
const answer = (changes: (HostStep & { kind: 'answer' })['changes'] = {}): HostStep => ({ kind: 'answer', changes });
const fail = (retryAfterMs = 0): HostStep => ({ kind: 'fail', code: 'backend-failed', final: false, retryAfterMs });
const refuse = (code: 'page-refused' | 'not-authorized' | 'refresh-refused'): HostStep => ({
  kind: 'fail',
  code,
  final: code !== 'refresh-refused',
  retryAfterMs: 0,
});
const spoken: HostStep = { kind: 'document', ready: 'before', foreign: false };
const quiet: HostStep = { kind: 'document', ready: 'before', foreign: false, quiet: true };
const silent: HostStep = { kind: 'document', ready: 'never', foreign: false };
const foreign: HostStep = { kind: 'document', ready: 'never', foreign: true };
const heard: HostStep = { kind: 'heard' };
const lost: HostStep = { kind: 'lost', moved: false };
const moved: HostStep = { kind: 'lost', moved: true };
const timer: HostStep = { kind: 'timer' };
const leave: HostStep = { kind: 'leave-state' };
const sleep = (time: number): HostStep => ({ kind: 'sleep', time });
const advance = (time: number): HostStep => ({ kind: 'advance', time });
const height = (of: number): HostStep => ({ kind: 'event', event: { type: 'RESIZE', height: of } });
const times = (count: number, ...all: HostStep[]): HostStep[] => Array.from({ length: count }, () => all).flat();
const live = [answer(), spoken];
/** Live, no refresh left, and a token of this life. */
const spent = (life: number): HostStep => ({ kind: 'spend-refreshes', life });
/** Live, and another page on its way. */
const behind = [...live, relaunch, answer()];
const park = (until = Infinity): HostStep => ({ kind: 'event', event: { type: 'PARK', until } });
const preload: HostStep = { kind: 'event', event: { type: 'PRELOAD', page: 'rules', until: Infinity } };
const samePage: HostStep = { kind: 'event', event: { type: 'PAGE', page: 'dashboard' } };
/** So many launches of the host that one more is a loop. */
const looping = times(20, relaunch);

/** Heights that turn so often that they are held. */
const swinging = times(30, height(600), height(900));

/** Paths that chance seldom finds. */
const rare: Readonly<Record<string, readonly HostStep[]>> = {
  'a backend that fails for long': times(12, fail(), leave),
  'launches that come too late': [...times(4, answer({ launchTtlMs: 0 }), timer)],
  'launches that come too late, behind an embed in use': [
    ...live,
    relaunch,
    ...times(4, answer({ launchTtlMs: 0 }), timer),
  ],
  'launches that come too late, then one that reloads in silence': [
    ...times(3, answer({ launchTtlMs: 0 }), timer),
    answer(),
    foreign,
    timer,
  ],
  'ready for a dead token, and no refresh left': [
    spent(300_000),
    relaunch,
    answer({ ttlMs: 4_000 }),
    sleep(5_000),
    spoken,
  ],
  'ready again for a dead token, and no refresh left': [spent(4_000), sleep(5_000), event('READY')],
  'ready again for a dead token': [answer({ ttlMs: 20_000 }), spoken, sleep(25_000), event('READY')],
  'an ask for a dead token, and no refresh left': [spent(4_000), sleep(5_000), event('TOKEN_REFRESH')],
  'a dead token, and no refresh left': [spent(4_000), sleep(5_000), event('TOKEN_EXPIRED')],
  'an ask for a token that lives, and no refresh left': [
    spent(300_000),
    advance(70_000),
    event('TOKEN_REFRESH'),
    event('TOKEN_EXPIRED'),
  ],
  'a page that the session may not see': [page, refuse('page-refused'), ...live],
  'a page that the session may not see, behind an embed in use': [...live, page, refuse('page-refused')],
  'back to the page that is still on screen': [...live, page, samePage],
  'refused behind an embed in use': [...live, relaunch, refuse('not-authorized')],
  'a launch in silence after launch upon launch in silence': times(4, answer(), silent, leave, leave),
  'a launch in silence after launch upon launch in silence, behind an embed in use': [
    ...live,
    relaunch,
    ...times(4, answer(), silent, leave, leave),
  ],
  'launch upon launch that never loads': times(4, answer(), leave, leave),
  'launch upon launch that never loads, behind an embed in use': [
    ...live,
    relaunch,
    ...times(4, answer(), leave, leave),
  ],
  'a document that speaks while the next session is waited for': [answer(), silent, leave, spoken],
  'a document that speaks while the next session is fetched': [answer(), silent, leave, leave, spoken],
  'a document that comes too late, while the next session is fetched': [answer(), leave, leave, silent],
  'an address of elsewhere that comes too late, while the next session is waited for': [answer(), leave, foreign],
  'a silent document that goes while the next session is waited for': [answer(), silent, leave, moved],
  'a silent document that goes while the next session is fetched': [answer(), silent, leave, leave, lost],
  'a silent document that is moved while the next session is fetched': [answer(), silent, leave, leave, moved],
  'an address of elsewhere, launch upon launch': times(4, answer(), foreign, leave),
  'an address of elsewhere, launch upon launch, behind an embed in use': [
    ...live,
    relaunch,
    ...times(4, answer(), foreign, leave),
  ],
  'an address of elsewhere after its load': [answer(), silent, foreign, leave],
  'a reload that was none': [...live, silent, heard],
  'a document that says nothing once it has its token, twice': times(2, answer(), quiet, leave),
  'an ask late in the life of a token': [
    answer({ ttlMs: 300_000 }),
    spoken,
    advance(200_000),
    event('TOKEN_REFRESH'),
    answer(),
  ],
  'a token that has ended by the embed’s reckoning, late in its life': [
    answer({ ttlMs: 300_000 }),
    spoken,
    advance(200_000),
    event('TOKEN_EXPIRED'),
    answer(),
  ],
  'hasty asks': [...live, event('TOKEN_REFRESH'), answer(), event('TOKEN_REFRESH'), event('TOKEN_EXPIRED')],
  'a failing refresh, and the network back': [...live, event('REFRESH'), fail(40_000), event('ONLINE')],
  'a refresh that answers with another session': [...live, event('REFRESH'), answer({ sessionId: 'session-2' })],
  'a refused refresh': [...live, event('REFRESH'), refuse('refresh-refused'), timer, ...live],
  'blocked by a policy behind an embed in use': [...behind, event('BLOCKED')],
  'kept out by a policy': [answer(), event('ISOLATED')],
  'kept out by a policy behind an embed in use': [...behind, event('ISOLATED')],
  'a call that a policy blocks': [event('CALL_BLOCKED')],
  'a call that a policy blocks behind an embed in use': [...live, relaunch, event('CALL_BLOCKED')],
  'a call that a policy blocked, and the network is blamed first': [fail(), event('CALL_BLOCKED')],
  'a call that a policy blocked behind an embed in use, and the network is blamed first': [
    ...live,
    relaunch,
    fail(),
    event('CALL_BLOCKED'),
  ],
  'signed out': [...live, event('SIGN_OUT'), mounted, ...live],
  'the iframe removed, launch upon launch': [answer(), ...times(3, lost, timer, answer()), lost],
  'the iframe removed, launch upon launch, behind an embed in use': [
    ...behind,
    ...times(3, lost, timer, answer()),
    lost,
  ],
  'no recovery left': [...live, { kind: 'spend-recoveries' }, advance(600_000)],
  'a host that loops': [...looping, relaunch, relaunch, timer],
  'a host that loops over pages': [...looping, page],
  'a host that loops over users': [...looping, identity],
  'a host that moves it again and again': [...times(19, relaunch), answer(), moved],
  'a host that mounts again and again': [...looping, event('UNMOUNT'), advance(5_000), mounted],
  'a host that shows again and again': [...looping, event('UNMOUNT'), advance(5_000), event('SHOW')],
  'put back before the answer': [event('UNMOUNT'), mounted, ...live],
  'put back before the answer, for another page': [
    event('UNMOUNT'),
    { kind: 'event', event: { type: 'MOUNT', page: 'events' } },
    ...live,
  ],
  'another page while it is taken out': [event('UNMOUNT'), page],
  'a relaunch while it is taken out': [event('UNMOUNT'), relaunch],
  'another user while it is taken out': [event('UNMOUNT'), identity],
  'hidden until its token ends': [answer({ ttlMs: 300_000 }), spoken, event('HIDE'), advance(400_000), event('SHOW')],
  'hidden while a newer token is asked for': [
    answer({ ttlMs: 300_000 }),
    spoken,
    event('HIDE'),
    event('TOKEN_REFRESH'),
    event('TOKEN_EXPIRED'),
    event('SHOW'),
    answer(),
  ],
  'hidden, and another user': [...live, event('HIDE'), identity],
  'hidden, and moved': [...live, event('HIDE'), moved],
  'hidden, and removed': [...live, event('HIDE'), lost],
  'an answer while it is taken out': [event('UNMOUNT'), answer()],
  'no answer in time while it is taken out': [advance(12_000), event('UNMOUNT'), advance(3_000)],
  'a call that a policy blocks while it is taken out': [event('UNMOUNT'), event('CALL_BLOCKED')],
  'a page of elsewhere that loads while the next session is fetched': [answer(), silent, leave, leave, foreign],
  'a failure while it is taken out': [event('UNMOUNT'), fail()],
  'asleep while a session is fetched, and the network back': [sleep(60_000), event('ONLINE')],
  'asleep while it is live, and the network back': [...live, sleep(1_750_000), event('ONLINE')],
  'offline while a session is fetched, and the network back': [fail(40_000), event('ONLINE')],
  'a height while a token is refreshed': [
    ...live,
    event('REFRESH'),
    { kind: 'event', event: { type: 'RESIZE', height: 700 } },
  ],
  'a height that swings while it is launched': [answer(), ...swinging],
  'a height that swings, and is let go': [...live, ...swinging, advance(1_500)],
  'a height that swings while a token is refreshed': [...live, event('REFRESH'), ...swinging],
  'a height that swings while the next try is waited for': [answer(), silent, leave, ...swinging],
  'an exception': [...live, event('BROKEN')],
  'parked and shown': [...live, park(), event('SHOW')],
  'parked, and another page is wanted': [...live, park(), page],
  'parked, and the same page is wanted': [...live, park(), samePage],
  'parked, and a fresh launch is wanted': [...live, park(), relaunch],
  'parked, and removed': [...live, park(), lost],
  'parked, and moved': [...live, park(), moved],
  'parked, and another user': [...live, park(), identity],
  'parked, and it loads again after ready': [...live, park(), spoken],
  'parked, and another document in it': [...live, park(), foreign],
  'parked, with what it says meanwhile': [
    ...live,
    park(),
    { kind: 'event', event: { type: 'NAVIGATE', page: '/workspace/events' } },
    ...swinging,
  ],
  'parked until its token is old': [
    answer({ ttlMs: 300_000 }),
    spoken,
    park(),
    advance(280_000),
    answer(),
    event('SHOW'),
  ],
  'parked until its token is old, and no one answers': [
    answer({ ttlMs: 300_000 }),
    spoken,
    park(),
    advance(280_000),
    fail(),
    advance(60_000),
  ],
  'parked for too long': [...live, park(60_000), advance(61_000)],
  'parked while its token is refreshed': [...live, event('REFRESH'), park(), answer(), event('SHOW')],
  'parked while it is launched': [answer(), park(), spoken, event('SHOW')],
  'parked while its session is fetched': [park(), answer(), spoken, event('SHOW')],
  'parked while its session is fetched, and taken out': [park(), event('UNMOUNT')],
  'parked, and its launch comes to nothing': [park(), answer(), silent, leave],
  'parked, and refused': [park(), refuse('not-authorized')],
  'parked, and asks for a newer token': [...live, park(), event('TOKEN_REFRESH'), answer(), event('TOKEN_EXPIRED')],
  'parked and hidden, and asks for a newer token': [
    ...live,
    park(),
    event('HIDE'),
    event('TOKEN_REFRESH'),
    event('TOKEN_EXPIRED'),
  ],
  'parked, and its token ends early by the embed’s reckoning': [...live, park(), event('TOKEN_EXPIRED')],
  'parked, and asks in a hurry': [
    ...live,
    event('TOKEN_REFRESH'),
    answer(),
    park(),
    event('TOKEN_REFRESH'),
    event('TOKEN_EXPIRED'),
  ],
  'parked, and asks late in the life of a token': [
    answer({ ttlMs: 300_000 }),
    spoken,
    park(),
    advance(200_000),
    event('TOKEN_REFRESH'),
    answer({ ttlMs: 300_000 }),
    advance(200_000),
    event('TOKEN_EXPIRED'),
  ],
  'parked, and no refresh left': [
    spent(300_000),
    park(),
    advance(70_000),
    event('TOKEN_REFRESH'),
    event('TOKEN_EXPIRED'),
    advance(300_000),
  ],
  'parked, its token dead, and no refresh left': [spent(4_000), park(), sleep(5_000), event('READY')],
  'parked, its token dead, and no refresh left for what it asks': [
    spent(4_000),
    park(),
    sleep(5_000),
    event('TOKEN_REFRESH'),
  ],
  'parked, its token dead, and no refresh left for its end': [
    spent(4_000),
    park(),
    sleep(5_000),
    event('TOKEN_EXPIRED'),
  ],
  'parked, its token dead, and the page wakes': [spent(4_000), park(), sleep(5_000), event('WAKE')],
  'parked, its token dead, and ready again': [answer({ ttlMs: 20_000 }), spoken, park(), sleep(25_000), event('READY')],
  'preloaded and shown': [event('UNMOUNT'), advance(5_000), preload, ...live, event('SHOW')],
  'preloaded again and again': [...looping, event('UNMOUNT'), advance(5_000), preload],
};
/** Where no iframe can be moved. */
const unmovable: Readonly<Record<string, readonly HostStep[]>> = {
  'preloaded, and shown in time': [event('UNMOUNT'), advance(5_000), preload, answer(), event('SHOW'), spoken],
  'preloaded, and shown too late': [event('UNMOUNT'), advance(5_000), preload, answer(), sleep(40_000), event('SHOW')],
  'preloaded, and never shown': [event('UNMOUNT'), advance(5_000), preload, answer(), advance(40_000)],
};

test.each(Object.entries(rare))('%s', async (_name, all) => {
  const { broken, take } = watchedWorld();
  await take(mounted, ...all);
  expect(broken).toEqual([]);
});

test.each(Object.entries(unmovable))('where no iframe can be moved: %s', async (_name, all) => {
  const { broken, take } = watchedWorld(false);
  await take(mounted, ...all);
  expect(broken).toEqual([]);
});

test.skipIf(fewer)('every transition of the definition was taken by these paths', () => {
  expect(coverage.missing(createHostRig().machine as AnyStateMachine)).toEqual([]);
});
