import type { HostEvent } from '@meshes-embed/core/machine';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';
import { contextOf, type Iframe, type World } from './world.ts';

/** One thing that may happen around the machines. */
export interface Move {
  readonly name: string;
  /** How often chance picks it, of the sum of all that are possible. */
  readonly weight: number;
  /** Whether breadth first leaves it out: it leads to too many states that differ in nothing that decides. */
  readonly walksOnly?: boolean;
  /** Lets it happen to this world. False where it cannot happen now; the world is then of no use. */
  run(world: World, stage: Stage, random: Random): boolean;
}

type Run = Move['run'];

const send = (world: World, stage: Stage, event: HostEvent): true => {
  stage.send(world, event);
  return true;
};

// Core's handle, as far as it decides which events the machine is sent.

/** Begins with the container, where the user is not signed out. */
function begin(world: World, stage: Stage): void {
  if (world.begun || world.signedOut || !world.mounted) return;
  world.begun = true;
  stage.send(
    world,
    contextOf(world.host).parked ? { type: 'SHOW' } : ({ type: 'MOUNT', page: 'dashboard' } as { type: string }),
  );
}

/** The host or its user asks for a fresh launch: also what the button of a failed embed does. */
export function relaunch(world: World, stage: Stage): true {
  world.signedOut = false;
  send(world, stage, { type: 'RELAUNCH', reason: 'relaunch' });
  begin(world, stage);
  return true;
}
export function mount(world: World, stage: Stage): void {
  world.mounted = true;
  world.signedOut = false;
  begin(world, stage);
}
export function show(world: World, stage: Stage): void {
  world.hidden = false;
  send(world, stage, { type: 'SHOW' });
}
function otherPage(world: World): 'rules' | 'dashboard' {
  return contextOf(world.host).page === 'dashboard' ? 'rules' : 'dashboard';
}

/** Only where the host was told of a container. */
const ofHost =
  (run: Run): Run =>
  (world, stage, random) =>
    world.begun && run(world, stage, random);

const host = (name: string, weight: number, run: Run): Move => ({ name, weight, run: ofHost(run) });

// The channel.

/** What the iframe said first arrives; where it is doubled, it stays to arrive once more. */
export function hearNext(world: World, stage: Stage, doubled = false): boolean {
  const { current } = world;
  const [message, ...rest] = current?.toHost ?? [];
  if (!current || !message || (doubled && (message.type === 'load' || message.doubled))) return false;
  current.toHost = doubled ? [{ ...message, doubled }, ...rest] : rest;
  stage.hear(world, message);
  return true;
}
/** What was posted first arrives. */
export function giveNext(world: World, stage: Stage, doubled = false): boolean {
  const { current } = world;
  const [message, ...rest] = current?.toFrame ?? [];
  if (!current || !message || (doubled && message.doubled)) return false;
  current.toFrame = doubled ? [{ ...message, doubled }, ...rest] : rest;
  stage.give(world, current, message);
  return true;
}
function hearKept(world: World, stage: Stage): boolean {
  const { kept } = world;
  const [message, ...rest] = kept?.toHost ?? [];
  if (!kept || !message) return false;
  kept.toHost = rest;
  if (message.type === 'load') return loseKept(world, stage);
  world.keptHasMessages = true;
  return true;
}
function loseKept(world: World, stage: Stage): boolean {
  if (!world.kept) return false;
  stage.discardKept(world);
  return send(world, stage, { type: 'FRONT_LOST' });
}

// The backend.

const answers = (
  name: string,
  weight: number,
  only: 'fetch' | 'refresh' | null,
  run: (world: World, stage: Stage) => void,
): Move => ({
  name,
  weight,
  run(world, stage) {
    if (!world.call || !world.online || (only && world.call.kind !== only)) return false;
    run(world, stage);
    return true;
  },
});
const fails = (
  name: string,
  weight: number,
  only: 'fetch' | 'refresh' | null,
  code: string,
  final: boolean,
  retryAfterMs?: number,
): Move => answers(name, weight, only, (world, stage) => stage.fail(world, code, final, retryAfterMs));

// Time.

/** Time goes by and no timer notices: the computer sleeps, or the page is hidden and held back. ms */
function sleep(world: World, time: number): true {
  const later = <State extends { readonly timers: readonly { readonly dueAt: number }[] } | null>(
    state: State,
  ): State => state && { ...state, timers: state.timers.map((timer) => ({ ...timer, dueAt: timer.dueAt + time })) };
  world.now += time;
  world.host = later(world.host);
  for (const iframe of [world.current, world.kept]) if (iframe) iframe.frame = later(iframe.frame);
  return true;
}
/** Time goes by, where no timer is due before. ms */
function wait(world: World, stage: Stage, time: number): boolean {
  const next = stage.nextTimer(world);
  if (next && next.timer.dueAt <= world.now + time) return false;
  world.now += time;
  return true;
}
export function tick(world: World, stage: Stage): boolean {
  const next = stage.nextTimer(world);
  if (next) stage.fire(world, next);
  return next !== undefined;
}

// Documents.

type Loads = Parameters<Stage['load']>[2];
/** The first document of a launched iframe. */
const arrives = (name: string, weight: number, what: Loads): Move => ({
  name,
  weight,
  run(world, stage) {
    const { current } = world;
    if (!current || current.document > 0 || !world.online) return false;
    stage.load(world, current, what);
    return true;
  },
});
/** A further one in the same iframe. */
const replaced = (name: string, weight: number, what: Loads): Move => ({
  name,
  weight,
  run(world, stage) {
    const { current } = world;
    // One that is on its way is not replaced before it came, and documents are counted only as far as they matter.
    if (!current || current.document === 0 || current.toHost.some(({ type }) => type === 'load')) return false;
    stage.load(world, current, what);
    return true;
  },
});
/** The iframe is taken out or moved by another script. */
const taken = (name: string, type: 'LOST' | 'MOVED'): Move => ({
  name,
  weight: 0.5,
  run(world, stage) {
    const { current } = world;
    if (!current) return false;
    current.frame = null;
    current.toHost = [];
    current.toFrame = [];
    return send(world, stage, { type });
  },
});
const inFrame = (
  name: string,
  weight: number,
  event: (random: Random) => { readonly type: string },
  walksOnly = false,
): Move => ({
  name,
  weight,
  walksOnly,
  run(world, stage, random) {
    const { current } = world;
    if (!current?.frame) return false;
    stage.sendFrame(world, current, event(random));
    return true;
  },
});
const blocked = (name: string, type: 'BLOCKED' | 'ISOLATED'): Move => ({
  name,
  weight: 0.3,
  run: ({ ...world }, stage) => world.current?.document === 0 && send(world, stage, { type }),
});
const current =
  (run: (world: World, iframe: Iframe) => boolean): Run =>
  (world) =>
    world.current !== null && run(world, world.current);

/** Everything that may happen, in a fixed order: a path is the numbers of its moves. */
export const moves: readonly Move[] = [
  { name: 'the host takes a message', weight: 14, run: (world, stage) => hearNext(world, stage) },
  { name: 'the host takes a message that comes twice', weight: 1, run: (world, stage) => hearNext(world, stage, true) },
  {
    name: 'a message to the host is lost',
    weight: 0.7,
    run: current((_world, iframe) => {
      const [message, ...rest] = iframe.toHost;
      if (!message || message.type === 'load') return false;
      iframe.toHost = rest;
      return true;
    }),
  },
  { name: 'the embed takes a token', weight: 12, run: (world, stage) => giveNext(world, stage) },
  { name: 'the embed takes a token that comes twice', weight: 1, run: (world, stage) => giveNext(world, stage, true) },
  {
    name: 'a token is lost',
    weight: 0.5,
    run: current((_world, iframe) => {
      if (iframe.toFrame.length === 0) return false;
      iframe.toFrame = iframe.toFrame.slice(1);
      return true;
    }),
  },
  { name: 'the kept embed speaks, or loads', weight: 3, run: hearKept },

  answers('the backend answers', 10, null, (world, stage) => stage.answer(world)),
  answers('the backend answers with a token of 20 s', 2, null, (world, stage) =>
    stage.answer(world, { ttlMs: 20_000 }),
  ),
  answers('the backend answers too late', 0.7, 'fetch', (world, stage) => stage.answer(world, { launchTtlMs: 0 })),
  answers('the backend answers with another session', 0.5, 'refresh', (world, stage) =>
    stage.answer(world, { sessionId: `session-${world.tokens}-other` }),
  ),
  fails('the backend fails', 1.5, null, 'backend-failed', false),
  fails('the backend fails, and asks to wait', 0.7, null, 'backend-failed', false, 40_000),
  fails('the backend refuses', 0.5, null, 'not-authorized', true),
  fails('the backend refuses the page', 0.5, 'fetch', 'page-refused', true),
  fails('the backend refuses a newer token', 0.7, 'refresh', 'refresh-refused', false),
  {
    name: 'a policy blocks the call',
    weight: 0.2,
    run: (world, stage) => world.call?.kind === 'fetch' && send(world, stage, { type: 'CALL_BLOCKED' }),
  },

  { name: 'the next timer is up', weight: 9, run: tick },
  { name: '600 ms go by', weight: 3, run: (world, stage) => wait(world, stage, 600) },
  { name: '6 s go by', weight: 1, run: (world, stage) => wait(world, stage, 6_000) },
  { name: 'the computer sleeps for a minute', weight: 0.5, run: (world) => sleep(world, 60_000) },
  { name: 'the computer sleeps for an hour', weight: 0.3, run: (world) => sleep(world, 3_600_000) },
  host('the page is shown again', 1.5, (world, stage) => send(world, stage, { type: 'WAKE' })),
  {
    name: 'the network goes',
    weight: 0.4,
    run(world) {
      const { online } = world;
      world.online = false;
      return online;
    },
  },
  {
    name: 'the network comes back',
    weight: 4,
    run(world, stage) {
      if (world.online) return false;
      world.online = true;
      return !world.begun || send(world, stage, { type: 'ONLINE' });
    },
  },
  {
    name: 'the call finds no network',
    weight: 4,
    run(world, stage) {
      if (world.online || !world.call) return false;
      stage.fail(world, 'backend-unreachable', false);
      return true;
    },
  },

  arrives('the document says ready, and loads', 8, 'ready-load'),
  arrives('the document loads, and says ready', 8, 'load-ready'),
  arrives('a page that says nothing loads', 1, 'silent'),
  arrives('a page of elsewhere loads', 0.3, 'foreign'),
  replaced('the iframe is reloaded: its launch URL is spent', 0.5, 'silent'),
  replaced('the embed reloads itself, says ready and loads', 0.7, 'ready-load'),
  replaced('the embed reloads itself, loads and says ready', 0.7, 'load-ready'),
  replaced('the iframe goes elsewhere', 0.2, 'foreign'),
  taken('the iframe is taken out', 'LOST'),
  taken('the iframe is moved', 'MOVED'),
  { name: 'the kept iframe is lost', weight: 0.5, run: loseKept },
  blocked('a policy blocks the iframe', 'BLOCKED'),
  blocked('the page is isolated', 'ISOLATED'),
  inFrame("the embed's API answers 401", 1, () => ({ type: 'UNAUTHORIZED' })),
  inFrame(
    'the user goes to another page in the embed',
    0.7,
    () => ({ type: 'MOVED', path: '/workspace/rules' }) as { type: string },
  ),
  inFrame(
    'the content has another height',
    1,
    (random) => ({ type: 'RESIZED', height: 400 + random.below(4) * 150 }) as { type: string },
    true,
  ),

  {
    name: 'the host mounts it',
    weight: 4,
    run(world, stage) {
      if (world.mounted || contextOf(world.host).parked) return false;
      mount(world, stage);
      return true;
    },
  },
  {
    name: 'the host brings back what is parked',
    weight: 4,
    run(world, stage) {
      if (world.mounted || !contextOf(world.host).parked) return false;
      mount(world, stage);
      return true;
    },
  },
  {
    name: 'the host takes it out',
    weight: 0.5,
    run(world, stage) {
      if (!world.mounted) return false;
      world.hidden = false;
      world.begun = false;
      stage.send(world, { type: 'UNMOUNT' });
      world.mounted = false;
      return true;
    },
  },
  host('the host parks it', 0.7, (world, stage) => {
    if (world.hidden) return false;
    send(world, stage, { type: 'PARK', until: contextOf(world.host).now() + 600_000 });
    if (!contextOf(world.host).parked) return false;
    world.begun = false;
    world.mounted = false;
    return true;
  }),
  {
    name: 'the host preloads it',
    weight: 0.4,
    run(world, stage) {
      const { now, parked } = contextOf(world.host);
      if (world.mounted || parked || world.signedOut) return false;
      return send(world, stage, { type: 'PRELOAD', page: 'dashboard', until: now() + 120_000 });
    },
  },
  host('the host hides it', 0.5, (world, stage) => {
    if (world.hidden) return false;
    world.hidden = true;
    return send(world, stage, { type: 'HIDE' });
  }),
  {
    name: 'the host shows it',
    weight: 3,
    run(world, stage) {
      if (!world.hidden) return false;
      show(world, stage);
      return true;
    },
  },
  {
    name: 'the host wants another page',
    weight: 0.7,
    run: (world, stage) => {
      send(world, stage, { type: 'PAGE', page: otherPage(world) });
      begin(world, stage);
      return true;
    },
  },
  {
    name: 'the user goes to a page',
    weight: 0.5,
    run: (world, stage) => {
      world.signedOut = false;
      send(world, stage, { type: 'PAGE', page: contextOf(world.host).page, front: true });
      begin(world, stage);
      return true;
    },
  },
  { name: 'the user presses the button', weight: 1, run: relaunch },
  host('the host asks for a newer token', 0.5, (world, stage) => send(world, stage, { type: 'REFRESH' })),
  {
    name: 'another user comes',
    weight: 0.3,
    run: (world, stage) => {
      world.signedOut = false;
      send(world, stage, { type: 'IDENTITY', page: 'dashboard' });
      begin(world, stage);
      return true;
    },
  },
  {
    name: 'the user signs out',
    weight: 0.2,
    run(world, stage) {
      world.signedOut = true;
      world.begun = false;
      return send(world, stage, { type: 'SIGN_OUT' });
    },
  },
  host('something throws', 0.05, (world, stage) => send(world, stage, { type: 'BROKEN' })),
  {
    name: 'the host destroys it',
    weight: 0.03,
    run(world, stage) {
      world.destroyed = true;
      return send(world, stage, { type: 'DESTROY' });
    },
  },
];

/** The number of a move by its name. */
export function moveNamed(name: string): number {
  const found = moves.findIndex((move) => move.name === name);
  if (found === -1) throw new Error(`there is no move "${name}"`);
  return found;
}
