import type { ProblemCode } from '../diagnostics/codes.ts';
import type { HostContext, LaunchReason, RefreshReason } from './context.ts';
import * as does from './hostActions.ts';
import * as is from './hostGuards.ts';

// What the rows of the machine's table are made of, and the rows that stand in several places of it.

type Guard = (args: { readonly context: HostContext; readonly event: object }) => boolean;
type Action = string | { readonly type: string; readonly params: object } | does.HostAction;

/** A row of the table: where the guard holds, that state is entered, also where it is the current one, and that is done. */
export const when = (guard: Guard, target: string, ...actions: Action[]) => ({ guard, target, reenter: true, actions });
/** The same for what always holds, and at the end of several rows for what is left. */
export const go = (target: string, ...actions: Action[]) => ({ target, reenter: true, actions });
/** In place of a state, in XState's own spelling: no other one is entered. */
export const stay = '';

export const note = (code: ProblemCode): Action => ({ type: 'noteProblem', params: { code } });
/** A problem that the embed outlives: told, and not shown. */
export const report = (code: ProblemCode): Action => ({ type: 'reportProblem', params: { code } });
export const setLaunch = (reason: LaunchReason): Action => ({ type: 'setLaunch', params: { reason } });
export const setRefresh = (reason: RefreshReason): Action => ({ type: 'setRefresh', params: { reason } });

/**
 * Into a launch that the host or its user asked for: never refused, and never held against it. A host that loops is
 * told so, and has to wait.
 */
export const launch = (reason: LaunchReason, ...before: Action[]) => [
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

const refreshNow = (guard: Guard, reason: RefreshReason, ...before: Action[]) =>
  when(guard, '#embed.refreshing', ...before, setRefresh(reason));

/** Into a refresh that the host did not ask for; where none is left, the token is used to its end. */
export const refresh = (reason: RefreshReason, ...before: Action[]) => [
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
export const ready = (target: string, ...before: Action[]) => [
  when(is.tokenAlive, target, does.markReady, ...before, 'postAuth'),
  refreshNow(is.refreshesLeft, 'expired', does.markReady, ...before),
  limited,
];

/** The embed that is still on screen stays, and the problem is told. */
export const stayInFront = (guard: Guard, told: Action) =>
  when(guard, '#embed.live', told, does.restoreFront, 'retreat', does.stayAtPage);

/** The end of a launch that came to nothing: the embed that is still on screen stays, or it has failed. */
export const giveUp = (code: ProblemCode) => [
  stayInFront(is.frontAlive, report(code)),
  go('#embed.failed', note(code)),
];

/** Into another try after a launch that came to nothing, as long as tries are left; else the end, with a code of its own. */
export const tryAgain = (code: ProblemCode, atLast: ProblemCode, ...actions: Action[]) => [
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
};

/** What was launched or in use goes. */
export const discardDocument: Action[] = ['dropFrame', does.clearDocument];
/** An iframe that goes away where none is needed is missed by no one. */
export const frameGone = { LOST: go(stay, ...discardDocument), MOVED: go(stay, ...discardDocument) };

/** However the backend answers. */
export const answered = (target: string): {} => ({ 'xstate.done.actor.*': target, 'xstate.error.actor.*': target });
