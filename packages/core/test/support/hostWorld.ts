import fc from 'fast-check';
import type { ProblemCode } from '../../src/diagnostics/index.ts';
import type { EmbedEvent, SessionFacts } from '../../src/machine/index.ts';
import { createHostRig, type HostRig, type HostRigOptions } from './hostRig.ts';

/** What may happen to an embed, at random. Times in ms. */
export type Happening =
  | { readonly kind: 'event'; readonly event: EmbedEvent }
  | { readonly kind: 'answer'; readonly changes: Partial<SessionFacts> }
  | { readonly kind: 'fail'; readonly code: ProblemCode; readonly final: boolean; readonly retryAfterMs: number }
  /** The iframe loads a document, which says ready before its load, after it, or never. */
  | { readonly kind: 'document'; readonly ready: 'before' | 'after' | 'never'; readonly foreign: boolean }
  /** The document says ready once more. */
  | { readonly kind: 'ready-again' }
  | { readonly kind: 'advance' | 'sleep'; readonly time: number }
  /** The next timer is due. */
  | { readonly kind: 'timer' }
  /** Launched or refreshed for as long as that is let. */
  | { readonly kind: 'spend-calls'; readonly by: 'relaunch' | 'refresh'; readonly life: number };

const events: EmbedEvent[] = [
  { type: 'MOUNT' },
  { type: 'UNMOUNT' },
  { type: 'RELAUNCH', reason: 'relaunch' },
  { type: 'RELAUNCH', reason: 'page', page: 'rules' },
  { type: 'REFRESH' },
  { type: 'BOUNDS', min: 300, max: 900 },
  { type: 'TOKEN_REFRESH' },
  { type: 'TOKEN_EXPIRED' },
  { type: 'NAVIGATE', page: '/workspace/events' },
  { type: 'RESIZE', height: 640 },
  { type: 'BLOCKED' },
  { type: 'WAKE' },
  { type: 'ONLINE' },
];
const times = [10, 600, 2_500, 6_000, 16_000, 70_000, 310_000, 620_000, 1_900_000];
const lives = [4_000, 20_000, 60_000, 300_000, 1_800_000];

/** Anything that may happen, the usual more often than the rest. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...events).map((event) => ({ kind: 'event' as const, event })) },
  {
    weight: 8,
    arbitrary: fc
      .record({ life: fc.constantFrom(...lives), launchLife: fc.constantFrom(-1_000, 0, 5_000, 30_000, 60_000), other: fc.integer({ min: 0, max: 9 }) })
      .map(({ life, launchLife, other }) => ({
        kind: 'answer' as const,
        changes: { life, launchLife, ...(other === 0 && { sessionId: 'session-2' }) },
      })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      code: fc.constantFrom<ProblemCode>('backend-failed', 'backend-unreachable', 'session-revoked'),
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
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'ready-again' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'timer' as const }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('advance', 'advance', 'sleep'), time: fc.constantFrom(...times) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('spend-calls' as const), by: fc.constantFrom('relaunch', 'refresh'), life: fc.constantFrom(...lives) }) },
) as fc.Arbitrary<Happening>;

/** A host's machine in a world of its own: documents that speak or do not, a backend that answers or does not. */
export interface HostWorld {
  readonly host: HostRig;
  /** Whether the document that the iframe shows now has said ready. */
  readonly spoken: boolean;
  happen(what: Happening): Promise<void>;
  /** From now on everybody helps: the backend answers, documents say ready. Until it is live or failed. */
  cooperate(): Promise<void>;
  /** From now on nobody answers. Until nothing is left to wait for. */
  fallSilent(): Promise<void>;
}

export function createHostWorld(options: HostRigOptions = {}): HostWorld {
  let shown = false;
  let loads = 0;
  let spoken = false;
  const host = createHostRig({
    ...options,
    onDeed(deed) {
      if (deed.did === 'showFrame') [shown, loads, spoken] = [true, 0, false];
      if (deed.did === 'removeFrame') [shown, loads, spoken] = [false, 0, false];
      options.onDeed?.(deed);
    },
  });

  function ready(): void {
    spoken = true;
    host.send('READY');
  }
  function load(foreign: boolean): void {
    loads += 1;
    host.send({ type: 'LOADED', foreign });
  }
  function speakAndLoad(): void {
    ready();
    load(false);
  }

  const world: HostWorld = {
    host,
    get spoken() {
      return spoken;
    },
    async happen(what) {
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
          if (shown && spoken) ready();
          // A document takes its time: none replaces another one within seconds after that said ready twice.
          return host.advance(6_000);
        case 'document':
          if (!shown) return;
          // A page of elsewhere says nothing that passes the gate.
          if (what.ready === 'before' && !what.foreign) ready();
          else spoken = false;
          if (shown) load(what.foreign);
          if (shown && what.ready === 'after' && !what.foreign) ready();
          return;
        case 'spend-calls':
          for (let call = 0; call < 12; call++) {
            if (what.by === 'relaunch' || call === 0) host.send({ type: 'RELAUNCH', reason: 'relaunch' });
            else host.send('REFRESH');
            if (host.waiting()) await host.answer({ life: what.life });
            if (shown && !spoken) speakAndLoad();
          }
      }
    },
    async cooperate() {
      for (let step = 0; step < 200 && !['live', 'failed', 'idle', 'closed'].includes(host.state()); step++) {
        if (host.waiting()) await host.answer();
        else if (shown && !spoken && loads === 0) speakAndLoad();
        else await host.advanceToTimer();
      }
    },
    async fallSilent() {
      for (let step = 0; step < 500 && host.clock.nextDue() !== null; step++) await host.advanceToTimer();
    },
  };
  return world;
}
