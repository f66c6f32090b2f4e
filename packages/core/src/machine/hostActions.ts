import { assign, cancel, raise, type DoneActorEvent, type ErrorActorEvent, type EventObject } from 'xstate';
import type { ProblemCode } from '../problem/codes.ts';
import type { SeenProblem } from '../problem/problem.ts';
import { pageOfPath } from '../protocol/pageOfPath.ts';
import { launchPages } from '../protocol/pages.ts';
import { backoff } from '../session/backoff.ts';
import type {
  DocumentState,
  Failure,
  HostContext,
  LaunchedEmbed,
  LaunchReason,
  RefreshReason,
  SessionFacts,
} from './context.ts';
import type { EventOf, HostEvent } from './events.ts';
import { failureOf, type Change, type HostDelay, type Unanswered } from './hostTypes.ts';
import { pick } from '../shared/pick.ts';
import * as documents from './documentState.ts';
import { noDocument, nothingLoaded } from './documentState.ts';
import { initialContext, nothingLaunched, notWaiting } from './initialContext.ts';
import {
  callTimeoutMs,
  hostPauseMs,
  hostWindowMs,
  lateReadyMs,
  limitWindowMs,
  loadTimeoutMs,
  maxHostLaunches,
  maxRecoveries,
  refreshJitter,
  refreshShare,
  reloadTimeoutMs,
  retryBaseMs,
  retryMaxMs,
  firstMessageTimeoutMs,
} from './limits.ts';
import {
  requestServedAt,
  tokenEndsAt,
  rapidRequestsOf,
  isUnresponsive,
  recent,
  failedLaunchesOf,
} from './reckoning.ts';
import { setBounds, resize, releaseHeld, resetSizing } from './sizing.ts';

/** A change of the memory, by what the event says where the table's row takes one of a kind. */
function change<Event extends EventObject = EventObject, Parameters extends object | undefined = undefined>(
  make: (context: HostContext, event: Event, parameters: Parameters) => Partial<HostContext>,
): Change<Event, Parameters> {
  return assign(({ context, event }, parameters) => make(context, event, parameters));
}

/** A change of the memory to what is always the same. */
const set = (values: Partial<HostContext>): Change<EventObject> => assign(values);

/** When to try again: never before the backend allows it, and spread, so that tabs do not come back together. */
function retryAt(
  context: HostContext,
  failures: number,
  { retryAfterMs = 0 }: Partial<Failure> = {},
): Pick<HostContext, 'deadlineAt' | 'notBefore'> {
  const notBefore = context.now() + retryAfterMs;
  return {
    notBefore,
    deadlineAt: notBefore + backoff(context.random(), failures, retryBaseMs, retryMaxMs, retryAfterMs),
  };
}

/** A session or a newer token came: its life starts now. */
function received({ now, random, generation }: HostContext, session: SessionFacts): Partial<HostContext> {
  const at = now();
  return {
    session,
    generation: generation + 1,
    receivedAt: at,
    refreshAt: at + session.ttlMs * (refreshShare - random() * refreshJitter),
    refreshFailures: 0,
    refreshMissed: false,
  };
}

/** The context's own launched embed, to be kept while another one is launched. */
function launchedOf(context: HostContext): LaunchedEmbed {
  return pick(context, Object.keys(nothingLaunched) as (keyof LaunchedEmbed)[]);
}

/** Another problem: shown, and kept until it is live again. */
function noted(context: HostContext, problem: SeenProblem): Partial<HostContext> {
  return { problem, failedLaunches: failedLaunchesOf(context), liveSince: null };
}

/** A document that loaded once it was given a token has to say something. */
function awaitFirstMessage(
  { now }: HostContext,
  { ready, loadedSince, confirmed }: DocumentState,
): Partial<HostContext> {
  return { firstMessageDeadlineAt: ready && loadedSince && !confirmed ? now() + firstMessageTimeoutMs : Infinity };
}

// What the machine does to its own memory, by the names that its table uses.

export const reset = change((context) => ({
  ...initialContext({ ...context, minHeight: context.sizing.min, maxHeight: context.sizing.max }),
  recoveries: context.recoveries,
  refreshes: context.refreshes,
  hostLaunches: context.hostLaunches,
}));
/** A step of the host: nothing that failed before counts against it. */
export const countHostLaunch = change((context) => ({
  hostLaunches: [...recent(context, context.hostLaunches, hostWindowMs), context.now()].slice(-maxHostLaunches),
  backendFailures: 0,
  failedLaunches: 0,
  silentLoads: 0,
  liveSince: null,
  ...notWaiting,
}));
export const setLaunch = change<HostEvent, { readonly reason: LaunchReason }>((context, event, { reason }) => ({
  launchReason: event.type === 'RELAUNCH' ? event.reason : reason,
  page: ('page' in event && event.type !== 'NAVIGATE' && event.page) || context.page,
}));
export const throttle = change(({ throttled, deadlineAt, now }) => ({
  throttled: true,
  notBefore: 0,
  deadlineAt: throttled ? deadlineAt : now() + hostPauseMs,
}));
export const endThrottle = set({ throttled: false });
export const setFirstPage = set({ page: launchPages[0]! });
export const setRefresh = change<HostEvent, { readonly reason: RefreshReason }>((_context, event, { reason }) => ({
  refreshReason: event.type === 'DEADLINE' && event.woke ? 'wake' : reason,
}));

export const keepFront = change((context) => {
  const front = context.front ?? (context.document.ready ? launchedOf(context) : null);
  const alive = front !== null && context.now() < tokenEndsAt(front);
  // A document that was unresponsive after its launch may still say ready, but not where the host wants another one.
  const mayBecomeReady = !context.document.ready && context.launchReason === 'recovery';
  return {
    front: alive ? front : null,
    firstMessageDeadlineAt: Infinity,
    ...(!alive && !mayBecomeReady && { document: noDocument }),
  };
});
export const restoreFront = change((context) => {
  const { front, now, generation } = context;
  if (front && now() < tokenEndsAt(front))
    return { ...front, front: null, generation: front.session === context.session ? generation : generation + 1 };
  const mayBecomeReady = context.document.ready ? now() < tokenEndsAt(context) : isUnresponsive(context.problem);
  return { front: null, ...(!mayBecomeReady && { document: noDocument }) };
});
export const stayAtPage = change((context) => ({ page: context.at ?? context.page }));
export const clearFront = change(({ front, session }) => ({
  front: null,
  ...(front?.session === session && { document: noDocument }),
}));
export const clearDocument = set({ document: noDocument, liveSince: null, firstMessageDeadlineAt: Infinity });
/** The sessions are over; the session actors hold them, and end them. */
export const clearSessions = set({ ...nothingLaunched, front: null, at: null, reportedPage: null });
export const endWaiting = set(notWaiting);

export const countRecovery = change((context) => ({
  recoveries:
    context.launchReason === 'recovery' ? [...recent(context, context.recoveries), context.now()] : context.recoveries,
}));
export const takeSession = change<DoneActorEvent<SessionFacts>>((context, { output }) => ({
  ...received(context, output),
  refreshedAt: -Infinity,
  rapidRequests: 0,
  backendFailures: 0,
  document: nothingLoaded,
  reportedPage: context.front && context.reportedPage,
  sizing: resetSizing(context.sizing),
}));
export const takeToken = change<DoneActorEvent<SessionFacts>>((context, { output }) => ({
  ...received(context, output),
  refreshedAt: context.now(),
  refreshes:
    context.refreshReason === 'call' ? context.refreshes : [...recent(context, context.refreshes), context.now()],
}));
/** The document that was launched is the one in use from now on. */
export const commitLaunch = change((context) => ({
  front: null,
  refused: false,
  at: context.page,
  reportedPage: null,
  liveSince: context.liveSince ?? context.now(),
}));
export const clearProblem = set({ problem: null, ...notWaiting });
export const markRefused = set({ refused: true });
export const noteSilence = change(({ document }) => ({ silentLoads: document.loads }));

export const hide = set({ hidden: true });
export const park = change<EventOf<'PARK' | 'PRELOAD'>>((_context, { until }) => ({
  parked: true,
  parkedUntil: until,
}));
export const show = change((context) => ({
  hidden: false,
  parked: false,
  refreshMissed: false,
  // Out of sight it may have had nothing to say.
  ...(context.firstMessageDeadlineAt < Infinity && { firstMessageDeadlineAt: context.now() + firstMessageTimeoutMs }),
  ...(context.refreshMissed && { refreshAt: context.now() }),
  // What may be silent was not waited for while it was hidden.
  ...awaitFirstMessage(context, context.document),
}));
export const missRefresh = change((context) => ({
  refreshMissed: true,
  refreshAt: tokenEndsAt(context),
  firstMessageDeadlineAt: Infinity,
}));

export const countRequest = change((context) => ({ rapidRequests: rapidRequestsOf(context) + 1 }));
export const deferRequest = change((context) => {
  const servedAt = Math.min(requestServedAt(context), tokenEndsAt(context));
  // A request that waits already is the same one: it is not put off, however often it is repeated.
  return servedAt < context.refreshAt ? { rapidRequests: rapidRequestsOf(context) + 1, refreshAt: servedAt } : {};
});
export const deferRefresh = change<Unanswered>((context, event) => {
  const refreshFailures = context.refreshFailures + 1;
  const { deadlineAt, notBefore } = retryAt(context, context.refreshFailures, failureOf(event));
  return { refreshFailures, notBefore, refreshAt: Math.min(deadlineAt, tokenEndsAt(context)) };
});
export const deferToWindow = change((context) => ({
  refreshAt: Math.min((context.refreshes[0] ?? 0) + limitWindowMs, tokenEndsAt(context)),
}));

export const noteProblem = change<EventObject, { readonly code: ProblemCode }>((context, _event, { code }) =>
  noted(context, { code }),
);
export const noteFailure = change<ErrorActorEvent>((context, event) => noted(context, failureOf(event).problem));
/** The backend failed: the next try comes later each time. */
export const backOff = change<Unanswered>((context, event) => ({
  backendFailures: context.backendFailures + 1,
  ...retryAt(context, context.backendFailures, failureOf(event)),
}));
/** The launch came to nothing, and the document may still say ready. */
export const waitForLateReady = change((context) => ({
  failedLaunches: context.failedLaunches + 1,
  notBefore: 0,
  deadlineAt: context.now() + lateReadyMs + backoff(context.random(), context.failedLaunches, retryBaseMs, retryMaxMs),
}));
/** The launch came to nothing, and nothing is left to wait for. */
export const retryAtOnce = change((context) => ({
  failedLaunches: context.failedLaunches + 1,
  notBefore: 0,
  deadlineAt: context.now(),
}));
export const waitForWindow = change((context) => ({
  notBefore: 0,
  deadlineAt: context.recoveries.length < maxRecoveries ? context.now() : context.recoveries[0]! + limitWindowMs,
}));
export const retrySoon = change((context) => {
  const soon = Math.max(context.notBefore, context.now()) + context.random() * retryBaseMs;
  return { deadlineAt: Math.min(soon, context.deadlineAt), refreshAt: Math.min(soon, context.refreshAt) };
});

export const markReady = change((context) => ({ document: documents.afterReady(context.document, context.now()) }));
export const confirmDocument = change((context, { type }) => ({
  document: { ...context.document, confirmed: true },
  firstMessageDeadlineAt: Infinity,
  silentLoads: type === 'HEARD' ? 0 : context.silentLoads,
}));
export const confirmReady = change((context) => ({
  document: { ...context.document, ready: true, confirmed: true },
  firstMessageDeadlineAt: Infinity,
}));
export const noteLoad = change((context) => {
  const document = documents.afterLoad(context.document, context.now());
  return { document, ...awaitFirstMessage(context, document) };
});
export const markUnready = change((context) => ({
  document: { ...documents.afterLoad(context.document, context.now()), ready: false },
  firstMessageDeadlineAt: Infinity,
}));
export const takePage = change<EventOf<'NAVIGATE'>>((_context, { page: reportedPage }) => {
  const page = pageOfPath(reportedPage);
  return { reportedPage, ...(page && { at: page, page }) };
});
export const takeHeight = change<EventOf<'RESIZE'>>(({ sizing, now }, { height }) => ({
  sizing: resize(sizing, height, now()),
}));
/** A held height waits until no other one is reported. */
export const cancelCalm = cancel<HostContext, EventObject, undefined, HostEvent>('calm');
export const scheduleCalm = raise<HostContext, EventObject, HostEvent, undefined, HostDelay, 'calm'>(
  { type: 'CALM' },
  { id: 'calm', delay: 'calm' },
);
export const releaseHeight = change(({ sizing, now }) => ({ sizing: releaseHeld(sizing, now()) }));
export const takeBounds = change<EventOf<'BOUNDS'>>(({ sizing }, { min, max }) => ({
  sizing: setBounds(sizing, min, max),
}));

export const raiseDeadline = raise<HostContext, EventObject, HostEvent, undefined, never, never>(({ event }) => ({
  type: 'DEADLINE',
  woke: event.type === 'WAKE' || event.type === 'SHOW',
}));
export const startWaiting = change((context) => ({ waitingSince: context.waitingSince ?? context.now() }));
export const noteSlow = set({ slow: true });
export const setCallDeadline = change((context) => ({ deadlineAt: context.now() + callTimeoutMs }));
export const setLoadDeadline = change((context) => ({
  deadlineAt: context.now() + loadTimeoutMs * timeoutFactor(context),
}));
export const setReadyDeadline = change((context) => ({
  deadlineAt: context.now() + context.readyTimeout() * timeoutFactor(context),
}));
export const setReloadDeadline = change((context) => ({ deadlineAt: context.now() + reloadTimeoutMs }));
export const setParkDeadline = change((context) => ({ deadlineAt: Math.min(context.refreshAt, context.parkedUntil) }));
export const setLaunchDeadline = change((context) => ({
  deadlineAt: Math.min(context.receivedAt + (context.session?.launchTtlMs ?? 0), context.parkedUntil),
}));
export const setRefreshDeadline = change((context) => ({
  deadlineAt: Math.min(context.refreshAt, context.firstMessageDeadlineAt),
}));

/** A slow line gets more time at each further try. */
function timeoutFactor({ failedLaunches }: HostContext): number {
  return 1 + failedLaunches;
}
