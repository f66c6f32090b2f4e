import fc from 'fast-check';
import type { ProblemCode } from '../../src/diagnostics/index.ts';
import type { HostContext, HostEvent, SessionFacts } from '../../src/machine/index.ts';
import { leftBy, roomFor } from '../../src/machine/roomFor.ts';
import { createHostRig, type HostRig, type HostRigOptions } from './hostRig.ts';

/** What may happen to an embed, at random. Times in ms. */
export type HostStep =
  | { readonly kind: 'event'; readonly event: HostEvent }
  | { readonly kind: 'answer'; readonly changes: Partial<SessionFacts> }
  | { readonly kind: 'fail'; readonly code: ProblemCode; readonly final: boolean; readonly retryAfterMs: number }
  /** The iframe loads a document, which says ready before its load, after it, or never; a quiet one says nothing more. */
  | {
      readonly kind: 'document';
      readonly ready: 'before' | 'after' | 'never';
      readonly foreign: boolean;
      readonly quiet?: boolean;
    }
  /** The document says ready once more. */
  | { readonly kind: 'ready-again' }
  /** The document says something else. */
  | { readonly kind: 'heard' }
  /** The iframe is taken out by another script, or put elsewhere in the page. */
  | { readonly kind: 'lost'; readonly moved: boolean }
  /** What stays on screen while another one is launched goes away. */
  | { readonly kind: 'front-lost' }
  | { readonly kind: 'advance' | 'sleep'; readonly time: number }
  /** The next timer is due. */
  | { readonly kind: 'timer' }
  /** Timers fire until the state is another one. */
  | { readonly kind: 'leave-state' }
  /** The iframe is removed again and again. */
  | { readonly kind: 'spend-recoveries' }
  /** Tokens live for so short a time that the refreshes are spent; the last one lives for so long. */
  | { readonly kind: 'spend-refreshes'; readonly life: number };

const events: HostEvent[] = [
  { type: 'MOUNT' },
  { type: 'UNMOUNT' },
  { type: 'RELAUNCH', reason: 'relaunch' },
  { type: 'RELAUNCH', reason: 'page', page: 'rules' },
  { type: 'PAGE', page: 'rules' },
  { type: 'PAGE', page: 'dashboard', front: true },
  { type: 'IDENTITY', page: 'dashboard' },
  { type: 'BROKEN' },
  { type: 'HIDE' },
  { type: 'SHOW' },
  { type: 'PARK', until: Infinity },
  { type: 'PARK', until: 600_000 },
  { type: 'PRELOAD', page: 'rules', until: 120_000 },
  { type: 'REFRESH' },
  { type: 'BOUNDS', min: 300, max: 900 },
  { type: 'TOKEN_REFRESH' },
  { type: 'TOKEN_EXPIRED' },
  { type: 'NAVIGATE', page: '/workspace/events' },
  { type: 'RESIZE', height: 640 },
  { type: 'BLOCKED' },
  { type: 'ISOLATED' },
  { type: 'CALL_BLOCKED' },
  { type: 'SIGN_OUT' },
  { type: 'WAKE' },
  { type: 'ONLINE' },
];
const times = [10, 600, 2_500, 6_000, 16_000, 70_000, 310_000, 620_000, 1_900_000];
const lives = [4_000, 20_000, 60_000, 300_000, 1_800_000];

/** Anything that may happen, the usual more often than the rest. */
export const hostStep: fc.Arbitrary<HostStep> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...events).map((event) => ({ kind: 'event' as const, event })) },
  {
    weight: 8,
    arbitrary: fc
      .record({
        life: fc.constantFrom(...lives),
        launchLife: fc.constantFrom(-1_000, 0, 5_000, 30_000, 60_000),
        other: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ life, launchLife, other }) => ({
        kind: 'answer' as const,
        changes: { ttlMs: life, launchTtlMs: launchLife, ...(other === 0 && { sessionId: 'session-2' }) },
      })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      code: fc.constantFrom<ProblemCode>('backend-failed', 'backend-unreachable', 'session-revoked', 'refresh-refused'),
      final: fc.boolean(),
      retryAfterMs: fc.constantFrom(0, 0, 40_000),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('document' as const),
      ready: fc.constantFrom('before', 'after', 'after', 'never'),
      foreign: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
      quiet: fc.integer({ min: 0, max: 4 }).map((chance) => chance === 0),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'ready-again' as const }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'heard' as const }) },
  { weight: 1, arbitrary: fc.boolean().map((moved) => ({ kind: 'lost' as const, moved })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'front-lost' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'timer' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constantFrom('advance', 'advance', 'sleep'), time: fc.constantFrom(...times) }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'spend-recoveries' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('spend-refreshes' as const), life: fc.constantFrom(...lives) }),
  },
) as fc.Arbitrary<HostStep>;

/** A host's machine in a simulation of its own: documents that speak or do not, a backend that answers or does not. */
export interface HostSimulation {
  readonly host: HostRig;
  /** Whether the document that the iframe shows now has said ready. */
  readonly spoken: boolean;
  /** Whether an iframe is in the page. */
  readonly shown: boolean;
  take(what: HostStep): Promise<void>;
  /** From now on everybody helps: the backend answers, documents say ready. Until it is live or failed. */
  cooperate(): Promise<void>;
  /** From now on no one answers. Until nothing is left to wait for. */
  fallSilent(): Promise<void>;
}

/** The document in an iframe, as the simulation knows it. */
interface Shown {
  loads: number;
  spoken: boolean;
  everSpoken: boolean;
}

export function createHostSimulation(options: HostRigOptions = {}): HostSimulation {
  let frame: Shown | null = null;
  let kept: Shown | null = null;

  function makeRoom(context: HostContext): void {
    const room = roomFor(context);
    if (room === 'leave') return;
    if (room === 'keep') kept ??= frame;
    else kept = null;
    frame = null;
  }
  function retreat(context: HostContext): void {
    const left = leftBy(context);
    if (left === 'in-use') frame = kept ?? frame;
    if (left === 'nothing') frame = null;
    kept = null;
  }
  const host = createHostRig({
    ...options,
    onDeed(effect) {
      const { did, context } = effect;
      if (did === 'showFrame') frame = { loads: 0, spoken: false, everSpoken: false };
      if (did === 'makeRoom') makeRoom(context!);
      if (did === 'retreat') retreat(context!);
      if (did === 'swapFrame' || did === 'removeFrame') kept = null;
      if (did === 'dropFrame' || did === 'removeFrame') frame = null;
      options.onDeed?.(effect);
    },
  });

  function ready(): void {
    if (!frame) return;
    frame.spoken = true;
    frame.everSpoken = true;
    host.send('WAKE', 'READY');
  }
  function load(foreign: boolean): void {
    if (!frame) return;
    frame.loads += 1;
    host.send({ type: 'LOADED', foreign });
  }
  function speakAndLoad(): void {
    ready();
    load(false);
    if (frame) host.send('HEARD');
  }

  const simulation: HostSimulation = {
    host,
    get spoken() {
      return frame?.spoken ?? false;
    },
    get shown() {
      return (frame ?? kept) !== null;
    },
    async take(what) {
      switch (what.kind) {
        case 'event':
          return host.send(what.event);
        case 'answer':
          return host.waiting() && void (await host.answer(what.changes));
        case 'fail':
          return host.waiting() && host.fail(what.code, what);
        case 'advance':
          return host.advance(what.time);
        case 'timer':
          return host.advanceToTimer();
        case 'sleep':
          return host.sleep(what.time);
        case 'ready-again':
          if (frame?.spoken) ready();
          // A document takes its time: none replaces another one within seconds after that said ready twice.
          return host.advance(6_000);
        case 'document':
          if (!frame) return;
          // A next document comes a while after the one before, or it is taken for the one that a loader moved on to.
          if (frame.loads > 0) await host.advance(600);
          if (!frame) return;
          // A page of elsewhere says nothing that passes the gate.
          if (what.ready === 'before' && !what.foreign) ready();
          else frame.spoken = false;
          load(what.foreign);
          if (what.ready === 'after' && !what.foreign) ready();
          if (frame?.spoken && !what.quiet) host.send('HEARD');
          return;
        case 'heard':
          if (!frame?.everSpoken) return;
          frame.spoken = true;
          return host.send('HEARD');
        case 'lost':
          if (!frame) return;
          return host.send(what.moved ? 'MOVED' : 'LOST');
        case 'front-lost':
          if (!kept) return;
          kept = null;
          return host.send('FRONT_LOST');
        case 'leave-state': {
          const state = host.state();
          for (let step = 0; step < 20 && host.state() === state; step++) await host.advanceToTimer();
          return;
        }
        case 'spend-recoveries':
          for (let launch = 0; launch < 7; launch++) {
            if (frame) host.send('LOST');
            for (let wait = 0; wait < 3 && !host.waiting() && !['idle', 'failed'].includes(host.status()); wait++)
              await host.advanceToTimer();
            if (host.waiting()) await host.answer();
            if (frame && !frame.spoken) speakAndLoad();
            await host.advance(31_000);
          }
          return;
        case 'spend-refreshes':
          for (let call = 0; call < 13; call++) {
            if (call === 0) host.send({ type: 'RELAUNCH', reason: 'relaunch' });
            for (let wait = 0; wait < 5 && !host.waiting() && !['idle', 'failed'].includes(host.status()); wait++)
              await host.advanceToTimer();
            if (host.waiting()) await host.answer({ ttlMs: call < 12 ? 20_000 : what.life });
            if (frame && !frame.spoken) speakAndLoad();
          }
          return;
      }
    },
    async cooperate() {
      for (let step = 0; step < 200 && !['live', 'failed', 'idle', 'closed'].includes(host.status()); step++) {
        if (host.waiting()) await host.answer();
        else if (frame && !frame.spoken && frame.loads === 0) speakAndLoad();
        else await host.advanceToTimer();
      }
    },
    async fallSilent() {
      for (let step = 0; step < 500 && host.clock.nextDue() !== null; step++) await host.advanceToTimer();
    },
  };
  return simulation;
}
