import type { ActionFunction, ErrorActorEvent, EventObject, PromiseActorLogic } from 'xstate';
import type { ProblemCode } from '../problem/codes.ts';
import type { SeenProblem } from '../problem/problem.ts';
import type { LaunchPage } from '../protocol/pages.ts';
import type { Failure, HostContext, LaunchReason, RefreshReason, SessionFacts } from './context.ts';
import type { EventOf, HostEvent } from './events.ts';

/** What `fetchSession` is invoked with. */
export interface FetchInput {
  readonly page: LaunchPage;
  readonly reason: LaunchReason;
}

/** What `refreshSession` is invoked with. */
export interface RefreshInput {
  /** The session in use. */
  readonly session: SessionFacts;
  readonly reason: RefreshReason;
}

/** The actors that the machine invokes: promises that reject with a {@link Failure}. */
interface HostLogics {
  readonly fetchSession: PromiseActorLogic<SessionFacts, FetchInput>;
  readonly refreshSession: PromiseActorLogic<SessionFacts, RefreshInput>;
}

/** The actions that the machine names and does not do itself, with their parameters. */
interface ProvidedParameters {
  /** Opens an iframe with the session's launch URL. */
  readonly showFrame: undefined;
  /** Keeps, leaves or removes the iframe, as `roomFor` says. */
  readonly makeRoom: undefined;
  /** The launched iframe takes the place of the one that was kept. */
  readonly swapFrame: undefined;
  /** The kept iframe is used again. */
  readonly retreat: undefined;
  /** Removes the iframe that is launched or in use, and leaves a kept one. */
  readonly dropFrame: undefined;
  /** Removes every iframe. */
  readonly removeFrame: undefined;
  /** Posts the session's token (contract §5). */
  readonly postAuth: undefined;
  /** Tells of a problem that the embed outlives; so do the next three. */
  readonly reportProblem: { readonly code: ProblemCode };
  /** The same, where the document that loaded does not say ready: of why that may be. */
  readonly reportUnresponsive: undefined;
  /** The same, where no document has loaded: if it is because the page is isolated, which some browsers do not tell. */
  readonly reportIsolated: undefined;
  readonly reportFailure: { readonly problem: SeenProblem };
}

/** The machine's own actions that take parameters. */
interface OwnParameters {
  readonly noteProblem: { readonly code: ProblemCode };
  readonly setLaunch: { readonly reason: LaunchReason };
  readonly setRefresh: { readonly reason: RefreshReason };
}

type Named<Parameters> = {
  [Name in keyof Parameters & string]: Parameters[Name] extends undefined
    ? { type: Name }
    : { type: Name; params: Parameters[Name] };
}[keyof Parameters & string];

/** Every actor, as XState types a machine by them. */
export type HostActor = { [Src in keyof HostLogics]: { src: Src; logic: HostLogics[Src] } }[keyof HostLogics];
/** Every action that the table has by name. */
export type HostAction = Named<ProvidedParameters & OwnParameters>;
/** Every delay of the table. */
export type HostDelay = 'due' | 'slow' | 'unresponsive' | 'takenOutGrace' | 'calm';

/** A change of the machine's memory, where such an event reaches it. */
export type Change<Event extends EventObject, Parameters extends object | undefined = undefined> = ActionFunction<
  HostContext,
  Event,
  HostEvent,
  Parameters,
  HostActor,
  never,
  never,
  never,
  never
>;

/** All that the code that runs the machine provides: the compiler refuses what is not complete. */
export interface HostImplementations {
  readonly actors: { readonly [Src in keyof HostLogics]: HostLogics[Src] };
  readonly actions: {
    readonly [Name in keyof ProvidedParameters]: (
      args: { readonly context: HostContext },
      ...parameters: ProvidedParameters[Name] extends object ? [ProvidedParameters[Name]] : []
    ) => void;
  };
}

/** The end of an actor that failed, or of the time that it had: then without an error. */
export type Unanswered = ErrorActorEvent | EventOf<'DEADLINE'>;

/** What an actor failed with. XState knows of an error only that there is one; these actors reject with nothing else. */
export function failureOf(event: ErrorActorEvent): Failure;
export function failureOf(event: Unanswered): Failure | undefined;
export function failureOf(event: { readonly type: string; readonly error?: unknown }): Failure | undefined {
  return event.error as Failure | undefined;
}
