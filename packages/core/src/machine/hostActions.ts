import { assign, cancel, raise, type EventObject, type ProvidedActor } from 'xstate';
import type { ProblemCode } from '../diagnostics/codes.ts';
import type { SeenProblem } from '../diagnostics/problem.ts';
import { pageOfPath } from '../protocol/pageOfPath.ts';
import { launchPages } from '../protocol/pages.ts';
import type { Failure, HostContext, LaunchedEmbed, LaunchReason, RefreshReason, SessionFacts } from './context.ts';
import type { HostEvent } from './events.ts';
import * as documents from './frameDocument.ts';
import { noDocument } from './frameDocument.ts';
import { initialContext, nothingLaunched, notWaiting } from './initialContext.ts';
import {
  callDeadline,
  hostPause,
  hostWindow,
  lateReady,
  limitWindow,
  loadDeadline,
  mostHostLaunches,
  mostRecoveries,
  refreshJitter,
  refreshShare,
  reloadDeadline,
  retryFirst,
  retryLongest,
  signDeadline,
} from './limits.ts';
import { askServedAt, endOfLife, hastyAsks, isSilence, recent, silentLaunchesOf } from './reckoning.ts';
import { rebound, resize, rest, restart } from './sizing.ts';

/** The end of an actor that brought a session or a newer token. */
interface Answered {
  readonly output: SessionFacts;
}
/** The end of an actor that failed. */
interface Failed {
  readonly error: Failure;
}

type EventOf<Type extends HostEvent['type']> = Extract<HostEvent, { type: Type }>;

/** What the table takes for an action: which events reach it is the table's own business. */
export type HostAction = ReturnType<typeof assign<HostContext, EventObject, undefined, HostEvent, ProvidedActor>>;

/** A change of the memory. The machine's table decides which events reach it, and so of which kind they are. */
function change<Event = HostEvent, Parameters = undefined>(
  make: (context: HostContext, event: Event, parameters: Parameters) => Partial<HostContext>,
): HostAction {
  return assign(({ context, event }, parameters) =>
    make(context as HostContext, event as Event, parameters as Parameters),
  );
}

/** A change of the memory to what is always the same. */
const set = (values: Partial<HostContext>): HostAction => assign(values as {});

/** Exponential, with full jitter. ms */
function backoff({ random }: HostContext, failures: number, atLeast = 0): number {
  return random() * Math.min(Math.max(retryFirst * 2 ** failures, atLeast), retryLongest);
}

/** When to try again: never before the backend allows it, and spread, so that tabs do not come back together. */
function retryAt(
  context: HostContext,
  failures: number,
  { retryAfterMs = 0 }: Partial<Failure> = {},
): Pick<HostContext, 'dueAt' | 'notBefore'> {
  const notBefore = context.now() + retryAfterMs;
  return { notBefore, dueAt: notBefore + backoff(context, failures, retryAfterMs) };
}

/** A session or a newer token came: its life starts now. */
function received({ now, random, generation }: HostContext, session: SessionFacts): Partial<HostContext> {
  const at = now();
  return {
    session,
    generation: generation + 1,
    receivedAt: at,
    refreshAt: at + session.life * (refreshShare - random() * refreshJitter),
    refreshFailures: 0,
    refreshMissed: false,
  };
}

/** The context's own launched embed, to be kept while another one is launched. */
function launchedOf(context: HostContext): LaunchedEmbed {
  const names = Object.keys(nothingLaunched) as (keyof LaunchedEmbed)[];
  return Object.fromEntries(names.map((name) => [name, context[name]])) as unknown as LaunchedEmbed;
}

/** Another problem: shown, and kept until it is live again. */
function noted(context: HostContext, problem: SeenProblem): Partial<HostContext> {
  return { problem, silentLaunches: silentLaunchesOf(context), liveSince: null };
}

// What the machine does to its own memory, by the names that its table uses.

export const forget = change((context) => ({
  ...initialContext({ ...context, minHeight: context.sizing.min, maxHeight: context.sizing.max }),
  recoveries: context.recoveries,
  refreshes: context.refreshes,
  hostLaunches: context.hostLaunches,
}));
/** A step of the host: nothing that failed before counts against it. */
export const countStep = change((context) => ({
  hostLaunches: [...recent(context, context.hostLaunches, hostWindow), context.now()].slice(-mostHostLaunches),
  backendFailures: 0,
  silentLaunches: 0,
  liveSince: null,
  ...notWaiting,
}));
export const setLaunch = change((context, event: HostEvent, { reason }: { readonly reason: LaunchReason }) => ({
  launchReason: event.type === 'RELAUNCH' ? event.reason : reason,
  page: ('page' in event && (event.page as HostContext['page'])) || context.page,
}));
export const pace = change(({ paced, dueAt, now }) => ({
  paced: true,
  notBefore: 0,
  dueAt: paced ? dueAt : now() + hostPause,
}));
export const unpace = set({ paced: false });
export const setFirstPage = set({ page: launchPages[0]! });
export const setRefresh = change((_context, event: HostEvent, { reason }: { readonly reason: RefreshReason }) => ({
  refreshReason: event.type === 'DUE' && event.woke ? 'wake' : reason,
}));

export const keepFront = change((context) => {
  const front = context.front ?? (context.document.spoken ? launchedOf(context) : null);
  const alive = front !== null && context.now() < endOfLife(front);
  // A document that was silent after its launch may still speak, but not where the host wants another one.
  const mayStillSpeak = !context.document.spoken && context.launchReason === 'recovery';
  return {
    front: alive ? front : null,
    signDueAt: Infinity,
    ...(!alive && !mayStillSpeak && { document: noDocument }),
  };
});
export const restoreFront = change((context) => {
  const { front, now, generation } = context;
  if (front && now() < endOfLife(front))
    return { ...front, front: null, generation: front.session === context.session ? generation : generation + 1 };
  const mayStillSpeak = context.document.spoken ? now() < endOfLife(context) : isSilence(context.problem);
  return { front: null, ...(!mayStillSpeak && { document: noDocument }) };
});
export const stayAtPage = change((context) => ({ page: context.at ?? context.page }));
export const loseFront = change(({ front, session }) => ({
  front: null,
  ...(front?.session === session && { document: noDocument }),
}));
export const loseDocument = set({ document: noDocument, liveSince: null, signDueAt: Infinity });
/** The sessions are over; the session actors hold them, and end them. */
export const loseSessions = set({ ...nothingLaunched, front: null, at: null, reportedPage: null });
export const endWaiting = set(notWaiting);

export const countRecovery = change((context) => ({
  recoveries:
    context.launchReason === 'recovery' ? [...recent(context, context.recoveries), context.now()] : context.recoveries,
}));
export const takeSession = change((context, { output }: Answered) => ({
  ...received(context, output),
  refreshedAt: -Infinity,
  hastyAsks: 0,
  backendFailures: 0,
  document: noDocument,
  reportedPage: context.front && context.reportedPage,
  sizing: restart(context.sizing),
}));
export const takeToken = change((context, { output }: Answered) => ({
  ...received(context, output),
  refreshedAt: context.now(),
  refreshes:
    context.refreshReason === 'call' ? context.refreshes : [...recent(context, context.refreshes), context.now()],
}));
/** The document that was launched is the one in use from now on. */
export const arrive = change((context) => ({
  front: null,
  refused: false,
  at: context.page,
  reportedPage: null,
  liveSince: context.liveSince ?? context.now(),
}));
export const settle = set({ problem: null, ...notWaiting });
export const refuse = set({ refused: true });

export const hide = set({ hidden: true });
export const show = change((context) => ({
  hidden: false,
  refreshMissed: false,
  ...(context.refreshMissed && { refreshAt: context.now() }),
}));
export const missRefresh = change((context) => ({
  refreshMissed: true,
  refreshAt: endOfLife(context),
  signDueAt: Infinity,
}));

export const countAsk = change((context) => ({ hastyAsks: hastyAsks(context) + 1 }));
export const deferAsk = change((context) => {
  const servedAt = Math.min(askServedAt(context), endOfLife(context));
  // An ask that waits already is the same one: it is not put off, however often it is repeated.
  return servedAt < context.refreshAt ? { hastyAsks: hastyAsks(context) + 1, refreshAt: servedAt } : {};
});
export const deferRefresh = change((context, { error }: Partial<Failed>) => {
  const refreshFailures = context.refreshFailures + 1;
  const { dueAt, notBefore } = retryAt(context, context.refreshFailures, error);
  return { refreshFailures, notBefore, refreshAt: Math.min(dueAt, endOfLife(context)) };
});
export const deferToWindow = change((context) => ({
  refreshAt: Math.min((context.refreshes[0] ?? 0) + limitWindow, endOfLife(context)),
}));

export const noteProblem = change((context, _event: HostEvent, { code }: { readonly code: ProblemCode }) =>
  noted(context, { code }),
);
export const noteFailure = change((context, { error }: Failed) => noted(context, error.problem));
/** The backend failed: the next try comes later each time. */
export const backOff = change((context, { error }: Partial<Failed>) => ({
  backendFailures: context.backendFailures + 1,
  ...retryAt(context, context.backendFailures, error),
}));
/** The launch came to nothing, and the document may still say ready. */
export const waitForLateReady = change((context) => ({
  silentLaunches: context.silentLaunches + 1,
  notBefore: 0,
  dueAt: context.now() + lateReady + backoff(context, context.silentLaunches),
}));
/** The launch came to nothing, and nothing is left to wait for. */
export const retryAtOnce = change((context) => ({
  silentLaunches: context.silentLaunches + 1,
  notBefore: 0,
  dueAt: context.now(),
}));
export const waitForWindow = change((context) => ({
  notBefore: 0,
  dueAt: context.recoveries.length < mostRecoveries ? context.now() : context.recoveries[0]! + limitWindow,
}));
export const hurry = change((context) => {
  const soon = Math.max(context.notBefore, context.now()) + context.random() * retryFirst;
  return { dueAt: Math.min(soon, context.dueAt), refreshAt: Math.min(soon, context.refreshAt) };
});

export const heardReady = change((context) => ({ document: documents.heardReady(context.document, context.now()) }));
export const confirm = change((context) => ({
  document: { ...context.document, confirmed: true },
  signDueAt: Infinity,
}));
export const heardAgain = change((context) => ({
  document: { ...context.document, spoken: true, confirmed: true },
  signDueAt: Infinity,
}));
export const sawLoad = change((context) => {
  const document = documents.sawLoad(context.document, context.now());
  return { document, signDueAt: document.spoken && !document.confirmed ? context.now() + signDeadline : Infinity };
});
export const silence = change((context) => ({
  document: { ...documents.sawLoad(context.document, context.now()), spoken: false },
  signDueAt: Infinity,
}));
export const takePage = change((_context, { page: reportedPage }: EventOf<'NAVIGATE'>) => {
  const page = pageOfPath(reportedPage);
  return { reportedPage, ...(page && { at: page, page }) };
});
export const takeHeight = change(({ sizing, now }, { height }: EventOf<'RESIZE'>) => ({
  sizing: resize(sizing, height, now()),
}));
/** A held height waits until no other one is reported. */
export const dropCalm = cancel('calm') as unknown as HostAction;
export const awaitCalm = raise(
  { type: 'CALM' as const },
  { id: 'calm', delay: 'calm' as never },
) as unknown as HostAction;
export const letHeightGo = change(({ sizing, now }) => ({ sizing: rest(sizing, now()) }));
export const takeBounds = change(({ sizing }, { min, max }: EventOf<'BOUNDS'>) => ({
  sizing: rebound(sizing, min, max),
}));

export const sayDue: HostAction = raise(({ event }: { event: { type: string } }) => ({
  type: 'DUE' as const,
  woke: event.type === 'WAKE' || event.type === 'SHOW',
}));
export const startWaiting = change((context) => ({ waitingSince: context.waitingSince ?? context.now() }));
export const noteSlow = set({ slow: true });
export const dueByCall = change((context) => ({ dueAt: context.now() + callDeadline }));
export const dueByLoad = change((context) => ({ dueAt: context.now() + loadDeadline * patience(context) }));
export const dueByReady = change((context) => ({ dueAt: context.now() + context.readyTimeout() * patience(context) }));
export const dueByReload = change((context) => ({ dueAt: context.now() + reloadDeadline }));
export const dueByRefresh = change((context) => ({ dueAt: Math.min(context.refreshAt, context.signDueAt) }));

/** A slow line gets more time at each further try. */
function patience({ silentLaunches }: HostContext): number {
  return 1 + silentLaunches;
}
