import { createActor, fromPromise, type InspectionEvent } from 'xstate';
import type { ProblemCode } from '../../src/diagnostics/index.ts';
import { problemInBrief } from '../../src/problem/problem.ts';
import {
  hostMachine,
  type HostEvent,
  type Failure,
  type HostContext,
  type FetchInput,
  type HostImplementations,
  type RefreshInput,
  type SessionFacts,
} from '../../src/machine/index.ts';
import { idleView, viewOf, type EmbedStatus, type EmbedView } from '../../src/view/view.ts';
import { facts, failure } from './facts.ts';
import { SteppingClock } from './steppingClock.ts';

/** One thing that the machine did to the world around it. `at` is in ms by the machine's clock. */
export interface Effect {
  readonly at: number;
  readonly did:
    | 'fetch'
    | 'refresh'
    | 'showFrame'
    | 'makeRoom'
    | 'swapFrame'
    | 'retreat'
    | 'dropFrame'
    | 'removeFrame'
    | 'reportUnresponsive'
    | 'reportIsolated'
    | 'postAuth'
    | 'reportProblem';
  /** `page` and `reason` of a fetch, `reason` of a refresh. */
  readonly input?: { readonly page?: string; readonly reason: string };
  /** The session that a frame was shown for, a token was posted for, or that is to be refreshed. */
  readonly session?: SessionFacts | null;
  /** What the machine remembered at that moment. */
  readonly context?: HostContext;
}

/** A call to the backend that waits for its answer. */
export interface Call {
  readonly did: 'fetch' | 'refresh';
  readonly reason: string;
  readonly session: SessionFacts | null;
  readonly signal: AbortSignal;
  resolve(session: SessionFacts): void;
  reject(failure: Failure): void;
}

/** What a rig may be told. */
export interface HostRigOptions {
  readonly clock?: SteppingClock;
  readonly random?: () => number;
  /** Whether iframes can be moved without loading again. Default true. */
  readonly movable?: boolean;
  readonly inspect?: (event: InspectionEvent) => void;
  /** Called with each effect as it is done. */
  readonly onDeed?: (effect: Effect) => void;
  /** Called with each call as it begins to wait. */
  readonly onCall?: (call: Call) => void;
}

/** Lets every promise that can go on go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await undefined;
}

/** The host's machine with a simulated clock, a backend that answers when told to, and a log of what it did. */
export function createHostRig({
  clock = new SteppingClock(),
  random = () => 0.5,
  movable = true,
  inspect,
  onDeed,
  onCall,
}: HostRigOptions = {}) {
  const effects: Effect[] = [];
  const calls: Call[] = [];
  const answered: { readonly at: number; readonly did: Call['did']; readonly reason: string }[] = [];
  const receivedAt = new Map<SessionFacts, number>();
  let slept = 0;
  const now = (): number => clock.now() + slept;

  function note(effect: Omit<Effect, 'at'>): void {
    effects.push({ at: now(), ...effect });
    onDeed?.(effects.at(-1)!);
  }
  const backend = <Input extends { page?: string; reason: string; session?: SessionFacts }>(did: Call['did']) =>
    fromPromise<SessionFacts, Input>(({ input, signal }) => {
      const session = input.session ?? null;
      note({ did, input, session });
      return new Promise((resolve, reject) => {
        const call: Call = { did, reason: input.reason, session, signal, resolve, reject };
        calls.push(call);
        onCall?.(call);
      });
    });
  const act =
    (did: Effect['did']) =>
    ({ context }: { context: HostContext }) =>
      note({ did, session: context.session, context });

  const machine = hostMachine.provide({
    actors: { fetchSession: backend<FetchInput>('fetch'), refreshSession: backend<RefreshInput>('refresh') },
    actions: {
      showFrame: act('showFrame'),
      makeRoom: act('makeRoom'),
      swapFrame: act('swapFrame'),
      retreat: act('retreat'),
      dropFrame: act('dropFrame'),
      removeFrame: act('removeFrame'),
      reportUnresponsive: act('reportUnresponsive'),
      reportIsolated: act('reportIsolated'),
      postAuth: act('postAuth'),
      reportProblem: act('reportProblem'),
      reportFailure: act('reportProblem'),
    },
  } satisfies HostImplementations);
  const input = {
    now,
    random,
    page: 'dashboard',
    movable,
    hostOrigin: 'https://host.example',
    minHeight: 480,
    maxHeight: 20_000,
    readyTimeout: () => 15_000,
  } as const;
  const actor = createActor(machine, { clock, input, ...(inspect && { inspect }) }).start();

  const state = (): string => {
    const { value } = actor.getSnapshot();
    return typeof value === 'string' ? value : Object.entries(value as object)[0]!.join('.');
  };
  const status = () => (actor.getSnapshot().hasTag('out') ? 'idle' : (state().split('.')[0] as EmbedStatus));
  const view = (): EmbedView => {
    const { context } = actor.getSnapshot();
    return viewOf(status(), context, context.problem && problemInBrief(context.problem), idleView);
  };
  const waiting = (): Call | undefined => calls.findLast(({ signal }) => !signal.aborted);

  const rig = {
    machine,
    input,
    actor,
    clock,
    now,
    effects,
    calls,
    /** Each call that was answered with a session or a token. */
    answered,
    state,
    status,
    view,
    /** The session in use. */
    session: (): SessionFacts | null => actor.getSnapshot().context.session,
    /** Whether a session's token may still be used, by what is left of the life it had at receipt. */
    alive: (session: SessionFacts | null): boolean =>
      session !== null && now() < (receivedAt.get(session) ?? 0) + session.ttlMs,
    problem: (): ProblemCode | null => view().problem?.code ?? null,
    count: (did: Effect['did']): number => effects.filter((effect) => effect.did === did).length,
    /** The call whose answer is still wanted. */
    waiting,
    send(...events: HostEvent['type'][] | HostEvent[]): void {
      for (const event of events) actor.send((typeof event === 'string' ? { type: event } : event) as HostEvent);
    },
    async answer(changes: Partial<SessionFacts> = {}): Promise<SessionFacts> {
      const call = waiting();
      if (!call) throw new Error(`nothing was asked for in ${state()}`);
      const session = facts({ ...(call.session && { sessionId: call.session.sessionId, launchTtlMs: 0 }), ...changes });
      calls.splice(calls.indexOf(call), 1);
      receivedAt.set(session, now());
      answered.push({ at: now(), did: call.did, reason: call.reason });
      call.resolve(session);
      await settle();
      return session;
    },
    async fail(code?: ProblemCode, changes: Partial<Failure> = {}): Promise<void> {
      const call = waiting();
      if (!call) throw new Error(`nothing was asked for in ${state()}`);
      calls.splice(calls.indexOf(call), 1);
      call.reject(failure(code, changes));
      await settle();
    },
    /** Lets time go by, each timer firing when it is due. ms */
    async advance(time: number): Promise<void> {
      const end = clock.now() + time;
      for (let due = clock.nextDue(); due !== null && due <= end; due = clock.nextDue()) {
        clock.set(Math.max(due, clock.now()));
        await settle();
      }
      clock.set(end);
      await settle();
    },
    /** Lets time go by to the next timer. */
    advanceToTimer: (): Promise<void> => rig.advance(Math.max(0, (clock.nextDue() ?? clock.now()) - clock.now())),
    /** The computer sleeps: time goes by, and no timer notices. ms */
    sleep(time: number): void {
      slept += time;
    },
    /** Mounted, launched and ready. */
    async goLive(changes?: Partial<SessionFacts>): Promise<SessionFacts> {
      rig.send('MOUNT');
      const session = await rig.answer(changes);
      rig.send({ type: 'LOADED', foreign: false }, { type: 'READY' });
      return session;
    },
  };
  return rig;
}

/** What {@link createHostRig} makes. */
export type HostRig = ReturnType<typeof createHostRig>;
