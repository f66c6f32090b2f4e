import type { DoneActorEvent, ErrorActorEvent, EventObject } from 'xstate';
import { isFront } from '../protocol/pageOfPath.ts';
import { launchPages } from '../protocol/pages.ts';
import type { HostContext, SessionFacts } from './context.ts';
import { afterLoad } from './documentState.ts';
import { earlyShare, hostWindowMs, maxHostLaunches, maxRecoveries, maxRefreshes, maxFailedLaunches } from './limits.ts';
import { requestServedAt, tokenEndsAt, isUnresponsive, recent, failedLaunchesOf } from './reckoning.ts';
import { resize } from './sizing.ts';
import { failureOf } from './hostTypes.ts';
import type { EventOf } from './events.ts';

// The machine's questions, by the names that its table uses.

/** What a guard is asked about. */
export interface GuardArgs<Event extends EventObject = EventObject> {
  readonly context: HostContext;
  readonly event: Event;
}
/** An actor brought a session, or a newer token. */
export type Done = DoneActorEvent<SessionFacts>;

/** Whether the reported height is another one, and held. */
export const heightHeld = ({ context: { sizing, now }, event }: GuardArgs<EventOf<'RESIZE'>>): boolean => {
  const next = resize(sizing, event.height, now());
  return next !== sizing && next.held;
};

/** Whether the current token may still be good. */
export const tokenAlive = ({ context }: GuardArgs): boolean => context.now() < tokenEndsAt(context);

/** Whether the iframe was given that token, to whichever of its documents. */
export const hadToken = (args: GuardArgs): boolean => tokenAlive(args) && args.context.document.readyAt > -Infinity;

/** Whether one more refresh that the host did not ask for may be made. */
export const refreshesLeft = ({ context }: GuardArgs): boolean =>
  recent(context, context.refreshes).length < maxRefreshes;

/** Whether the actor's failure makes another try pointless. */
export const final = ({ event }: GuardArgs<ErrorActorEvent>): boolean => failureOf(event).final;

/** Whether what stays on screen may go on: its token lives, and the backend did not refuse its user. */
export const frontAlive = ({ context: { front, now, refused } }: GuardArgs): boolean =>
  front !== null && !refused && now() < tokenEndsAt(front);

/** The document after this `load`: whether it is ready, and whether it is ours. */
export const readyAfterLoad = ({ context, event }: GuardArgs<EventOf<'LOADED'>>): boolean =>
  !event.foreign && afterLoad(context.document, context.now()).ready;

/** Whether the document in use is not deeper inside its page than what is wanted. */
const frontAsWanted = ({ context: { reportedPage }, event: { front } }: GuardArgs<EventOf<'PAGE'>>): boolean =>
  !front || reportedPage === null || isFront(reportedPage);

/** Whether the page that is wanted is the one that is in use, or on its way without a problem. */
export const samePage = (args: GuardArgs<EventOf<'PAGE'>>): boolean =>
  args.context.page === args.event.page && args.context.problem === null && frontAsWanted(args);

/** Whether the page that is wanted at a mount is not the one that was asked for. */
export const otherPage = ({ context, event }: GuardArgs<EventOf<'MOUNT'>>): boolean =>
  'page' in event && event.page !== context.page;

/** Whether the host launches more often than anybody can want. */
export const hostLoops = ({ context }: GuardArgs): boolean =>
  recent(context, context.hostLaunches, hostWindowMs).length >= maxHostLaunches;

export const throttled = ({ context }: GuardArgs): boolean => context.throttled;

/** Whether one more launch that no one asked for may be made. */
export const recoveriesLeft = ({ context }: GuardArgs): boolean =>
  recent(context, context.recoveries).length < maxRecoveries;

/** Whether another launch may be tried, after so many that came to nothing in a row. */
export const triesLeft = ({ context }: GuardArgs): boolean => failedLaunchesOf(context) < maxFailedLaunches;

/** Whether the state's deadline is over. */
export const deadlinePassed = ({ context }: GuardArgs): boolean => context.now() >= context.deadlineAt;

/** Whether the current document has a token that may still be good; one that reloaded and said nothing has none. */
export const inUse = (args: GuardArgs): boolean => tokenAlive(args) && args.context.document.ready;

/** Whether the page that is wanted is on screen still, though another one was wanted meanwhile. */
export const pageInFront = (args: GuardArgs<EventOf<'PAGE'>>): boolean => {
  const { at, page, refused } = args.context;
  const used = frontAlive(args) || (inUse(args) && !refused);
  return args.event.page === at && page !== at && used && frontAsWanted(args);
};

export const finalInFront = (args: GuardArgs<ErrorActorEvent>): boolean => final(args) && frontAlive(args);

/** Whether the document of the launch before, which was waited for in vain, may still be given its token. */
export const mayBecomeReady = (args: GuardArgs): boolean => {
  const { front, problem, document } = args.context;
  return front === null && isUnresponsive(problem) && !document.ready && tokenAlive(args);
};

export const hidden = ({ context }: GuardArgs): boolean => context.hidden;

/** Whether it is parked: what goes wrong then is its end. */
export const parked = ({ context }: GuardArgs): boolean => context.parked;

/** Whether no one sees it: hidden in the page, or parked. */
export const outOfSight = (args: GuardArgs): boolean => hidden(args) || parked(args);

/** Whether there is one embed only, which may go on out of sight. */
export const mayBeParked = ({ context }: GuardArgs): boolean => context.front === null && !context.hidden;

/** Whether it has been parked for as long as it may be. */
export const parkedTooLong = ({ context }: GuardArgs): boolean => context.now() >= context.parkedUntil;

/** Whether a fetched session has to wait for its container: what is parked could not be moved there. */
export const awaitsContainer = (args: GuardArgs<Done>): boolean =>
  launchable(args) && parked(args) && !args.context.movable;

/** Whether the session that waited for its container can still be launched (contract §1). */
export const stillLaunchable = ({ context: { session, receivedAt, now } }: GuardArgs): boolean =>
  session !== null && now() < receivedAt + session.launchTtlMs;

export const hiddenInUse = (args: GuardArgs): boolean => args.context.hidden && tokenAlive(args);

export const refreshMissed = ({ context }: GuardArgs): boolean => context.refreshMissed;

/** Whether the document loaded after it was given a token, and has said nothing since. */
export const unresponsive = ({ context }: GuardArgs): boolean =>
  context.now() >= context.firstMessageDeadlineAt && !context.hidden;

/** Whether the timer is for something that came since. */
export const refreshNotDue = ({ context }: GuardArgs): boolean => context.now() < context.refreshAt;

/** Whether it was the same the last time: then this embed is one that says nothing. */
export const unresponsiveAgain = ({ context }: GuardArgs): boolean =>
  context.now() >= context.firstMessageDeadlineAt && context.silentLoads === context.document.loads;

/** Whether the token has most of its life left: then a request for a newer one means that it was refused. */
export const requestedEarly = (args: GuardArgs): boolean => {
  const { now, receivedAt, session } = args.context;
  return refreshesLeft(args) && now() - receivedAt < (session?.ttlMs ?? 0) * earlyShare;
};

export const requestTooSoon = ({ context }: GuardArgs): boolean => context.now() < requestServedAt(context);

export const refreshFailing = ({ context }: GuardArgs): boolean => context.refreshFailures > 0;

/** Whether a fetched session's launch URL can still be used (contract §1: its life is short). */
export const launchable = ({ event }: GuardArgs<Done>): boolean => event.output.launchTtlMs > 0;

/** Whether the backend refused a newer token to the session in use, and may give it to a fresh one. */
export const refreshRefused = ({ event }: GuardArgs<ErrorActorEvent>): boolean =>
  failureOf(event).problem.code === 'refresh-refused' && !failureOf(event).final;

/** Whether the page was what was refused, and there is the one that every session may see (contract §3). */
export const otherPageLeft = ({ context, event }: GuardArgs<ErrorActorEvent>): boolean =>
  failureOf(event).problem.code === 'page-refused' && context.page !== launchPages[0] && context.front === null;

export const otherSession = ({ context, event }: GuardArgs<Done>): boolean =>
  event.output.sessionId !== context.session?.sessionId;

/** Whether this `load` is the one of the document that was launched. */
export const launchedDocument = ({ event }: GuardArgs<EventOf<'LOADED'>>): boolean => !event.foreign;

/** Whether the current document has said ready. */
export const documentReady = ({ context }: GuardArgs): boolean => context.document.ready;
