import type { ErrorActorEvent, EventObject } from 'xstate';
import type { ProblemCode } from '../problem/codes.ts';
import type { HostContext, LaunchReason, RefreshReason } from './context.ts';
import * as does from './hostActions.ts';
import * as is from './hostGuards.ts';
import { failureOf } from './hostTypes.ts';

// What the rows of the machine's table are made of, and the rows that stand in several places of it.

type Guard = (args: { readonly context: HostContext; readonly event: EventObject }) => boolean;
/** What is done in a row, in place or by name. XState checks at the row's place that its event is one that it takes. */
type Actions = readonly (string | object)[];

/** A row of the table: where the guard holds, that state is entered, also where it is the current one, and that is done. */
export const when = <const Held, const Done extends Actions>(guard: Held, target: string, ...actions: Done) => ({
  guard,
  target,
  reenter: true,
  actions,
});
/** The same for what always holds, and at the end of several rows for what is left. */
export const go = <const Done extends Actions>(target: string, ...actions: Done) => ({
  target,
  reenter: true,
  actions,
});
/** In place of a state, in XState's own spelling: no other one is entered. */
export const stay = '';

export const note = (code: ProblemCode) => ({ type: 'noteProblem', params: { code } }) as const;
/** A problem that the embed outlives: told, and not shown. */
export const report = (code: ProblemCode) => ({ type: 'reportProblem', params: { code } }) as const;
/** The same for what an actor failed with. */
export const reportFailure = {
  type: 'reportFailure',
  params: ({ event }: { readonly event: ErrorActorEvent }) => failureOf(event),
} as const;
export const setLaunch = (reason: LaunchReason) => ({ type: 'setLaunch', params: { reason } }) as const;
export const setRefresh = (reason: RefreshReason) => ({ type: 'setRefresh', params: { reason } }) as const;

/**
 * Into a launch that the host or its user asked for: never refused, and never held against it. A host that loops is
 * told so, and has to wait.
 */
export const launch = <const Done extends Actions>(reason: LaunchReason, ...before: Done) => [
  when(
    is.hostLoops,
    '#embed.recovering',
    does.countHostLaunch,
    ...before,
    setLaunch(reason),
    report('host-loops'),
    does.throttle,
  ),
  go('#embed.minting', does.countHostLaunch, ...before, setLaunch(reason)),
];

/** No launch or refresh is left that no one asked for: it is told, and goes on when the ten minutes allow. */
export const limited = go('#embed.recovering', note('calls-spent'), does.waitForWindow);

const refreshNow = <const Done extends Actions>(guard: Guard, reason: RefreshReason, ...before: Done) =>
  when(guard, '#embed.refreshing', ...before, setRefresh(reason));

/** Into a refresh that the host did not ask for; where none is left, the token is used to its end. */
export const refresh = <const Done extends Actions>(reason: RefreshReason, ...before: Done) => [
  refreshNow(is.refreshesLeft, reason, ...before),
  when(is.tokenAlive, '#embed.live', does.deferToWindow),
  limited,
];

/**
 * Into a refresh that the embed asked for: the more rapid requests, the later. A request long before the token's end is a
 * refused token's (contract §8, stale-token 401): it is told, and served as any.
 */
export const refreshRequested = (reason: RefreshReason) => [
  when(is.hidden, stay, does.missRefresh),
  when(is.requestTooSoon, '#embed.live', does.deferRequest),
  refreshNow(is.requestedEarly, reason, does.countRequest, report('token-stale')),
  ...refresh(reason, does.countRequest),
];

/** Each ready gets the token (contract §5); one that has ended is not sent, but renewed. */
export const ready = <const Done extends Actions>(target: string, ...before: Done) => [
  when(is.tokenAlive, target, does.markReady, ...before, 'postAuth'),
  refreshNow(is.refreshesLeft, 'expired', does.markReady, ...before),
  limited,
];

/** The embed that is still on screen is used again, and what went wrong is told, if anything did. */
export const stayInFront = <const Held, const Told extends Actions>(guard: Held, ...told: Told) =>
  when(guard, '#embed.live', ...told, does.restoreFront, 'retreat', does.stayAtPage);

/** The end of a launch that came to nothing: the embed that is still on screen stays, or it has failed. */
export const giveUp = <const Done extends Actions>(code: ProblemCode, ...actions: Done) => [
  stayInFront(is.frontAlive, report(code), ...actions),
  go('#embed.failed', note(code), ...actions),
];

/** Into another try after a launch that came to nothing, as long as tries are left; else the end, with a code of its own. */
export const tryAgain = <const Done extends Actions>(code: ProblemCode, atLast: ProblemCode, ...actions: Done) => [
  when(is.triesLeft, '#embed.recovering', note(code), ...actions),
  ...giveUp(atLast),
];

/** The state's one deadline; `WAKE` looks at it too, since timers sleep with the page. */
export const deadline = { due: go(stay, does.raiseDeadline) };
/** A deadline while the user waits. */
export const waiting = { ...deadline, slow: go(stay, does.noteSlow) };

/** What the iframe may say at any time while it is shown. */
export const content = {
  NAVIGATE: go(stay, does.takePage),
  RESIZE: [when(is.heightHeld, stay, does.takeHeight, does.cancelCalm, does.scheduleCalm), go(stay, does.takeHeight)],
};

/** The document of the launch before, which was waited for in vain, says ready after all. */
export const lateReady = {
  READY: when(is.mayBecomeReady, '#embed.live', does.markReady, does.commitLaunch, 'postAuth'),
  LOADED: [when(is.launchedDocument, stay, does.noteLoad), go(stay, does.markUnready)],
};

/** Put out of sight on its way, it goes on there. */
export const park = { PARK: when(is.mayBeParked, stay, does.park) };

/** What was launched or in use goes. */
export const discardDocument = ['dropFrame', does.clearDocument] as const;
/** An iframe that goes away where none is needed is missed by no one. */
export const frameGone = { LOST: go(stay, ...discardDocument), MOVED: go(stay, ...discardDocument) };

/** However the backend answers: a session that is not used is one that was launched all the same. */
export const answered = (target: string): {} => ({
  'xstate.done.actor.*': go(target, does.countRecovery),
  'xstate.error.actor.*': target,
});
