import {
  frameMachine,
  hostMachine,
  leftBy,
  roomFor,
  type FrameInput,
  type HostContext,
  type HostInput,
  type SessionFacts,
} from '@meshes-embed/core/machine';
import type { TraceEvent } from '@meshes-embed/core';
import { fromPromise, type AnyStateMachine } from 'xstate';
import {
  createPureMachine,
  type NamedAction,
  type ExploredClock,
  type MachineState,
  type Timer,
} from './pureMachine.ts';
import {
  contextOf,
  endOfToken,
  forked,
  limitWindowMs,
  stateOf,
  type Iframe,
  type ToFrame,
  type ToHost,
  type World,
} from './world.ts';

/** Notes a step, as an embed's trace has it. */
export type Note = (at: number, kind: TraceEvent['kind'], name: string, data?: TraceEvent['data']) => void;

/** What a stage is made of. */
export interface StageOptions {
  /** The host's machine; another one than core's where a test breaks it. */
  readonly host?: AnyStateMachine;
  /** The machine's own chance. */
  readonly random: () => number;
  /** Whether the browser can move an iframe without loading it again. Default true. */
  readonly movable?: boolean;
}

/** Actors that are named, and never started: a move answers for them. */
const waitingActors = { fetchSession: fromPromise(async () => {}), refreshSession: fromPromise(async () => {}) };

/** So many messages are on their way at most, each way. */
const maxInFlight = 3;
/** Launches and refreshes that no one asked for, in any ten minutes. */
const limits = { fetch: 6, refresh: 12 } as const;

/** A wait this long stands for none: timers are cut to it. ms */
const neverMs = 2 ** 31 - 1;

/** The timer that is due next, and of which machine it is. */
export interface NextTimer {
  readonly timer: Timer;
  readonly whose: 'host' | 'current' | 'kept';
}

/** How long after a ready a further `load` is the same document's, as docs and machine say; longer after a repeated one. ms */
const sameDocumentMs = { first: 500, repeated: 5_000 } as const;

const tokenOf = new WeakMap<SessionFacts, number>();
/** The number of the token that a session's object stands for; 0 for none. */
export const tokenOfSession = (session: SessionFacts | null | undefined): number =>
  session ? tokenOf.get(session)! : 0;

/**
 * Where both machines play: the page's side of core as far as the machine can tell, and rules that are watched at each
 * thing that is done. All functions change the world that they are given.
 */
export function createStage({ host: hostLogic = hostMachine, random, movable = true }: StageOptions) {
  const clock: ExploredClock = { now: 0 };
  const now = (): number => clock.now;
  const hostInput: HostInput = {
    now,
    random,
    page: 'dashboard',
    movable,
    hostOrigin: 'https://host.example',
    minHeight: 480,
    maxHeight: 20_000,
    readyTimeout: () => 15_000,
  };
  const host = createPureMachine(hostLogic.provide({ actors: waitingActors }), hostInput, clock);
  const frame = createPureMachine(frameMachine, { now } satisfies FrameInput, clock);
  let note: Note | null = null;

  function breaks(world: World, rule: string): void {
    world.broken ??= rule;
  }
  function effect(world: World, name: string, data?: TraceEvent['data']): void {
    note?.(world.now, 'effect', name, data);
  }

  // The page: what core's owner of iframes does.

  function discard(world: World, iframe: Iframe | null): void {
    if (!iframe) return;
    if (iframe.posted > 0) world.quietBefore = !iframe.heardSince;
    effect(world, 'remove-frame');
  }
  function drop(world: World): void {
    const { current } = world;
    world.current = null;
    discard(world, current);
  }
  function discardKept(world: World): void {
    const { kept } = world;
    world.kept = null;
    discard(world, kept);
  }
  function remove(world: World): void {
    drop(world);
    discardKept(world);
  }
  function show(world: World, { parked }: HostContext): void {
    // What is parked has a place of its own.
    if (!world.mounted && !parked) return;
    drop(world);
    world.iframes += 1;
    world.current = {
      id: world.iframes,
      document: 0,
      frame: null,
      taken: 0,
      toHost: [],
      toFrame: [],
      heardOf: 0,
      loadedOf: 0,
      readyAt: -Infinity,
      readyRepeated: false,
      loadedSince: false,
      heardSince: false,
      mistakable: false,
      trusted: false,
      posted: 0,
    };
    effect(world, 'show-frame');
  }
  function keep(world: World): void {
    if (world.kept) return drop(world);
    if (!world.current) return;
    world.kept = world.current;
    world.current = null;
    world.keptHasMessages = false;
    effect(world, 'keep-frame');
  }
  function swap(world: World): void {
    if (!world.kept) return;
    discardKept(world);
    effect(world, 'swap-frame');
  }
  function restore(world: World): boolean {
    if (!world.kept) return false;
    drop(world);
    world.current = world.kept;
    world.kept = null;
    effect(world, 'restore-frame');
    return world.keptHasMessages;
  }

  function postAuth(world: World, context: HostContext): void {
    const { current: to } = world;
    const token = tokenOfSession(context.session);
    note?.(world.now, 'out', 'meshes:auth', { generation: context.generation });
    if (token === 0) return breaks(world, 'a token was to be posted, and there is no session');
    if (!to) return breaks(world, 'a token was posted where no iframe is');
    if (to.heardOf === 0) breaks(world, 'a token was posted before any ready came');
    else if (!to.trusted) breaks(world, 'a token was posted to a document that has not said ready');
    if (world.now >= endOfToken(context)) breaks(world, 'a token was posted after its end');
    if (token < world.posted) breaks(world, 'an older token was posted after a newer one');
    world.posted = token;
    to.posted = token;
    if (to.toFrame.length < maxInFlight) to.toFrame = [...to.toFrame, { token, endsAt: endOfToken(context) }];
  }

  /** An actor of the host's begins. */
  function call(world: World, params: unknown): void {
    const { id, src, input } = params as {
      readonly id: string;
      readonly src: 'fetchSession' | 'refreshSession';
      readonly input: { readonly reason: string; readonly session?: SessionFacts; readonly page?: string };
    };
    const kind = src === 'fetchSession' ? 'fetch' : 'refresh';
    if (world.call) breaks(world, 'two calls were under way at once');
    const byItself = kind === 'fetch' ? input.reason === 'recovery' : input.reason !== 'call';
    const answered = kind === 'fetch' ? world.recoveries : world.refreshes;
    const lately = answered.filter((at) => world.now < at + limitWindowMs).length;
    if (byItself && lately >= limits[kind])
      breaks(world, `${kind}: one more than ${limits[kind]} within ten minutes that no one asked for`);
    world.call = { kind, reason: input.reason, session: input.session ?? null, actorId: id };
    effect(world, `${kind}-session`, {
      reason: input.reason,
      ...(input.page !== undefined && { page: input.page }),
    });
  }

  const perform: Readonly<Record<string, (world: World, context: HostContext, params: unknown) => void>> = {
    showFrame: show,
    makeRoom(world, context) {
      const room = roomFor(context);
      if (room === 'keep') keep(world);
      else if (room === 'remove') remove(world);
    },
    swapFrame: swap,
    retreat(world, context) {
      const left = leftBy(context);
      if (left === 'nothing') remove(world);
      else if (left === 'launched') swap(world);
      else if (restore(world)) postAuth(world, context);
    },
    dropFrame: drop,
    removeFrame: remove,
    postAuth,
    reportProblem: (world, _context, params) => note?.(world.now, 'problem', (params as { code: string }).code),
    reportFailure: (world, _context, params) =>
      note?.(world.now, 'problem', (params as { problem: { code: string } }).problem.code),
    reportUnresponsive: (world) => note?.(world.now, 'problem', 'ready-missing'),
    reportIsolated: (world) => note?.(world.now, 'problem', 'cross-origin-isolated'),
    'xstate.spawnChild': (world, _context, params) => call(world, params),
    'xstate.stopChild': (world, _context, actor) => {
      if (world.call && (actor as { readonly id?: string } | undefined)?.id === world.call.actorId) world.call = null;
    },
  };

  /** Sends the host's machine an event, and does what it names. */
  function send(world: World, event: { readonly type: string }): void {
    stepHost(world, event.type, (state, tell) => host.step(state, event, tell));
  }
  function stepHost(
    world: World,
    by: string,
    step: (state: MachineState, tell: (action: NamedAction) => void) => MachineState,
  ): void {
    clock.now = world.now;
    const before = world.host;
    const actions: string[] = [];
    const onAction = ({ type, context, params }: NamedAction): void => {
      const doing = perform[type];
      if (!doing) throw new Error(`the explorer does not know what to do for ${type}`);
      actions.push(type);
      doing(world, context as HostContext, params);
    };
    world.host = step(before, onAction);
    if (actions.length > 0) world.actions = [...world.actions, ...actions];
    if (!note) return;
    const [from, to] = [stateOf(before), stateOf(world.host)];
    if (from !== to) note(world.now, 'state', to, { from, by });
    const { problem } = contextOf(world.host);
    if (problem && problem !== contextOf(before).problem) note(world.now, 'problem', problem.code);
  }

  // The embed's side.

  function queue(iframe: Iframe, message: ToHost): void {
    if (message.type === 'load' || iframe.toHost.length < maxInFlight) iframe.toHost = [...iframe.toHost, message];
  }
  function speak(iframe: Iframe): (action: NamedAction) => void {
    const { document } = iframe;
    return ({ type, params }) => {
      if (type === 'sayReady') queue(iframe, { type: 'ready', document });
      else if (type === 'requestToken') queue(iframe, { type: 'token-refresh', document });
      else if (type === 'sayExpired') queue(iframe, { type: 'token-expired', document });
      else if (type === 'sayPage') queue(iframe, { type: 'navigate', document, ...(params as { path: string }) });
      else if (type === 'sayHeight') queue(iframe, { type: 'resize', document, ...(params as { height: number }) });
      else throw new Error(`the explorer does not know what the embed says by ${type}`);
    };
  }
  function sendFrame(world: World, iframe: Iframe, event: { readonly type: string }): void {
    if (!iframe.frame) return;
    clock.now = world.now;
    iframe.frame = frame.step(iframe.frame, event, speak(iframe));
  }

  const stage = {
    /** Before anything happened. */
    start(): World {
      clock.now = 0;
      const state = host.start(() => {});
      return {
        now: 0,
        host: state,
        call: null,
        current: null,
        kept: null,
        keptHasMessages: false,
        online: true,
        mounted: false,
        begun: false,
        hidden: false,
        signedOut: false,
        destroyed: false,
        tokens: 0,
        iframes: 0,
        posted: 0,
        quietBefore: false,
        recoveries: [],
        refreshes: [],
        actions: [],
        broken: null,
      };
    },
    fork: forked,
    breaks,
    send,
    sendFrame,
    /** What only could be looked at goes. */
    discardKept,
    /** From now on each step is noted. */
    record(to: Note | null): void {
      note = to;
    },
    /** The iframe begins another document: the embed, which says ready before or after its load, or one that is not. */
    load(world: World, iframe: Iframe, what: 'ready-load' | 'load-ready' | 'silent' | 'foreign'): void {
      iframe.document += 1;
      iframe.frame = null;
      iframe.taken = 0;
      const { document } = iframe;
      const loaded: ToHost = { type: 'load', document, foreign: what === 'foreign' };
      if (what !== 'ready-load') queue(iframe, loaded);
      if (what === 'silent' || what === 'foreign') return;
      clock.now = world.now;
      iframe.frame = frame.start(speak(iframe));
      if (what === 'ready-load') queue(iframe, loaded);
    },
    /** What the current iframe said reaches the host. */
    hear(world: World, message: ToHost): void {
      const iframe = world.current!;
      const { type, document } = message;
      if (type === 'load') {
        const tolerated =
          !iframe.loadedSince &&
          world.now - iframe.readyAt < (iframe.readyRepeated ? sameDocumentMs.repeated : sameDocumentMs.first);
        if (iframe.loadedOf > 0 && iframe.heardOf < document && !tolerated) iframe.trusted = false;
        iframe.mistakable =
          tolerated && iframe.heardOf < document && ((iframe.readyRepeated && iframe.heardSince) || world.quietBefore);
        iframe.loadedOf = document;
        iframe.loadedSince = true;
        note?.(world.now, 'in', 'load', { foreign: message.foreign === true });
        return send(world, { type: 'LOADED', foreign: message.foreign === true } as { type: string });
      }
      if (document >= iframe.loadedOf) {
        iframe.heardOf = Math.max(iframe.heardOf, document);
        iframe.trusted = true;
      }
      iframe.heardSince = true;
      send(world, { type: type === 'ready' ? 'WAKE' : 'HEARD' });
      note?.(world.now, 'in', `meshes:${type}`, type === 'resize' ? { height: message.height! } : undefined);
      if (type === 'ready') {
        iframe.readyRepeated = iframe.readyAt > -Infinity;
        iframe.readyAt = world.now;
        iframe.loadedSince = false;
        iframe.heardSince = false;
        stage.hearReady(world);
      } else if (type === 'token-refresh') send(world, { type: 'TOKEN_REFRESH' });
      else if (type === 'token-expired') send(world, { type: 'TOKEN_EXPIRED' });
      else if (type === 'navigate') send(world, { type: 'NAVIGATE', page: message.path } as { type: string });
      else send(world, { type: 'RESIZE', height: message.height } as { type: string });
    },
    /** A ready is answered (contract §5), where there is a token that lives. */
    hearReady(world: World): void {
      const before = world.actions.length;
      send(world, { type: 'READY' });
      const context = contextOf(world.host);
      if (
        stateOf(world.host) === 'live' &&
        world.now < endOfToken(context) &&
        !world.actions.slice(before).includes('postAuth')
      )
        breaks(world, 'a ready was not answered');
    },
    /** A posted token reaches the document that is there by now. */
    give(world: World, iframe: Iframe, { token, endsAt }: ToFrame): void {
      if (!iframe.frame) return;
      if (token < iframe.taken) breaks(world, 'a document took an older token after a newer one');
      iframe.taken = token;
      sendFrame(world, iframe, { type: 'AUTH', ttlMs: Math.max(0, endsAt - world.now) } as { type: string });
    },
    /** The backend answers the pending call. */
    answer(world: World, changes: Partial<SessionFacts> = {}): void {
      const { kind, reason, session, actorId } = world.call!;
      world.call = null;
      world.tokens += 1;
      const token = world.tokens;
      const facts: SessionFacts = {
        sessionId: session?.sessionId ?? `session-${token}`,
        workspaceId: 'workspace',
        role: 'admin',
        sessionType: 'workspace',
        ttlMs: 300_000,
        ttlSource: 'expires_in',
        expiresAt: 0,
        launchTtlMs: kind === 'fetch' ? 30_000 : 0,
        ...changes,
      };
      tokenOf.set(facts, token);
      const lately = (times: readonly number[]): readonly number[] => [
        ...times.filter((at) => world.now < at + limitWindowMs),
        world.now,
      ];
      if (kind === 'fetch' && reason === 'recovery') world.recoveries = lately(world.recoveries);
      if (kind === 'refresh' && reason !== 'call' && facts.sessionId === session?.sessionId)
        world.refreshes = lately(world.refreshes);
      send(world, { type: `xstate.done.actor.${actorId}`, output: facts, actorId } as { type: string });
      const inUse = contextOf(world.host).session;
      if (inUse !== facts && inUse?.sessionId === facts.sessionId)
        breaks(world, 'a newer token came, and was not taken');
    },
    /** The backend fails the pending call. */
    fail(world: World, code: string, final: boolean, retryAfterMs = 0): void {
      const { actorId } = world.call!;
      world.call = null;
      const error = { problem: { code }, final, retryAfterMs };
      send(world, { type: `xstate.error.actor.${actorId}`, error, actorId } as { type: string });
    },
    /** The next timer that is due, of whichever machine; undefined where none is. */
    nextTimer(world: World): NextTimer | undefined {
      const {
        host: { timers },
        current,
        kept,
      } = world;
      let next: NextTimer | undefined;
      const look = (of: readonly Timer[] | undefined, whose: NextTimer['whose']): void => {
        for (const timer of of ?? [])
          if (timer.dueAt - world.now < neverMs && (!next || timer.dueAt < next.timer.dueAt)) next = { timer, whose };
      };
      look(timers, 'host');
      look(current?.frame?.timers, 'current');
      look(kept?.frame?.timers, 'kept');
      return next;
    },
    /** Time goes by until that timer, which is up. */
    fire(world: World, { timer, whose }: NextTimer): void {
      world.now = Math.max(world.now, timer.dueAt);
      if (whose === 'host') return stepHost(world, timer.event.type, (state, tell) => host.fire(state, timer, tell));
      clock.now = world.now;
      const iframe = world[whose]!;
      iframe.frame = frame.fire(iframe.frame!, timer, speak(iframe));
    },
  };
  return stage;
}

export type Stage = ReturnType<typeof createStage>;
