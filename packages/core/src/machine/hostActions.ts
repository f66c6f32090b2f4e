import { assign, raise } from 'xstate';
import { problemOf, type EmbedProblem, type ProblemCode } from '../diagnostics/problems.ts';
import { pageOfPath } from '../protocol/pageOfPath.ts';
import { launchPages } from '../protocol/pages.ts';
import type { Failure, HostContext, HostInput, LaunchedEmbed, LaunchReason, RefreshReason, SessionFacts } from './context.ts';
import type { HostEvent } from './events.ts';
import { heardReady, noDocument, sawLoad } from './frameDocument.ts';
import { askServedAt, endOfLife, hastyAsks, recent, silentLaunchesOf } from './hostGuards.ts';
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
import { initialSizing, rebound, resize, restart } from './sizing.ts';

/** No session, and no document. */
const nothingLaunched: LaunchedEmbed = {
  session: null,
  receivedAt: 0,
  refreshAt: Infinity,
  refreshedAt: -Infinity,
  hastyAsks: 0,
  refreshFailures: 0,
  document: noDocument,
};

/** Where nothing is awaited. */
const notWaiting = { waitingSince: null, slow: false } as const;

/** What every part of the context starts with, and goes back to when the embed is taken out of the page. */
export function initialContext(input: HostInput): HostContext {
  return {
    now: input.now,
    random: input.random,
    hostOrigin: input.hostOrigin,
    readyTimeout: input.readyTimeout,
    page: input.page,
    at: null,
    reportedPage: null,
    launchReason: 'mount',
    refreshReason: 'call',
    generation: 0,
    ...nothingLaunched,
    front: null,
    refused: false,
    hidden: false,
    refreshMissed: false,
    backendFailures: 0,
    silentLaunches: 0,
    liveSince: null,
    recoveries: [],
    refreshes: [],
    hostLaunches: [],
    paced: false,
    dueAt: Infinity,
    notBefore: 0,
    signDueAt: Infinity,
    ...notWaiting,
    problem: null,
    sizing: initialSizing(input.minHeight, input.maxHeight),
  };
}

/** What an assign is called with; the ends of actors carry `output` or `error`. */
interface Args {
  readonly context: HostContext;
  readonly event: HostEvent | { readonly type: 'done'; readonly output: SessionFacts } | { readonly type: 'error'; readonly error: Failure };
}

/** An assign whose parameters are of one shape, named in the machine's table. */
function change<Parameters = undefined>(make: (args: Args, parameters: Parameters) => Partial<HostContext>) {
  return assign((args, parameters) => make(args as unknown as Args, parameters as Parameters));
}

/** The event, read as one of its kinds: the machine's table decides which events reach which action. */
function as<Type extends Args['event']['type']>(event: Args['event'], _type: Type): Extract<Args['event'], { type: Type }> {
  return event as Extract<Args['event'], { type: Type }>;
}

/** Exponential, with full jitter. ms */
function backoff({ random }: HostContext, failures: number, atLeast = 0): number {
  return random() * Math.min(Math.max(retryFirst * 2 ** failures, atLeast), retryLongest);
}

/** When to try again: never before the backend allows it, and spread, so that tabs do not come back together. */
function retryAt(context: HostContext, failures: number, retryAfterMs = 0): Pick<HostContext, 'dueAt' | 'notBefore'> {
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
function launchedOf({ session, receivedAt, refreshAt, refreshedAt, hastyAsks: asks, refreshFailures, document }: HostContext): LaunchedEmbed {
  return { session, receivedAt, refreshAt, refreshedAt, hastyAsks: asks, refreshFailures, document };
}

/** Another problem: shown, and kept until it is live again. */
function noted(context: HostContext, problem: EmbedProblem): Partial<HostContext> {
  return { problem, silentLaunches: silentLaunchesOf(context), liveSince: null };
}

/** What the machine does to its own memory, by the names that its table uses. */
export const hostActions = {
  forget: change(({ context }) => ({
    ...initialContext({ ...context, minHeight: context.sizing.min, maxHeight: context.sizing.max }),
    recoveries: context.recoveries,
    refreshes: context.refreshes,
    hostLaunches: context.hostLaunches,
  })),
  /** A step of the host: nothing that failed before counts against it. */
  countStep: change(({ context }) => ({
    hostLaunches: [...recent(context, context.hostLaunches, hostWindow), context.now()].slice(-mostHostLaunches),
    backendFailures: 0,
    silentLaunches: 0,
    liveSince: null,
    ...notWaiting,
  })),
  setLaunch: change<{ reason: LaunchReason }>(({ context, event }, { reason }) => ({
    launchReason: event.type === 'RELAUNCH' ? event.reason : reason,
    page: ('page' in event && (event.page as HostContext['page'])) || context.page,
  })),
  pace: change(({ context: { paced, dueAt, now } }) => ({ paced: true, notBefore: 0, dueAt: paced ? dueAt : now() + hostPause })),
  unpace: change(() => ({ paced: false })),
  setFirstPage: change(() => ({ page: launchPages[0]! })),
  setRefresh: change<{ reason: RefreshReason }>(({ event }, { reason }) => ({
    refreshReason: event.type === 'DUE' && event.woke ? 'wake' : reason,
  })),

  keepFront: change(({ context }) => {
    const front = context.front ?? (context.document.spoken ? launchedOf(context) : null);
    const alive = front !== null && context.now() < endOfLife(front);
    // A document that was silent after its launch may still speak, but not where the host wants another one.
    const mayStillSpeak = !context.document.spoken && context.launchReason === 'recovery';
    return { front: alive ? front : null, signDueAt: Infinity, ...(!alive && !mayStillSpeak && { document: noDocument }) };
  }),
  restoreFront: change(({ context }) => {
    const { front, now, generation } = context;
    if (front && now() < endOfLife(front)) return { ...front, front: null, generation: front.session === context.session ? generation : generation + 1 };
    const mayStillSpeak = context.document.spoken ? now() < endOfLife(context) : context.problem?.code === 'ready-missing';
    return { front: null, ...(!mayStillSpeak && { document: noDocument }) };
  }),
  stayAtPage: change(({ context }) => ({ page: context.at ?? context.page })),
  loseFront: change(({ context: { front, session } }) => ({ front: null, ...(front?.session === session && { document: noDocument }) })),
  loseDocument: change(() => ({ document: noDocument, liveSince: null, signDueAt: Infinity })),
  endWaiting: change(() => notWaiting),

  countRecovery: change(({ context }) => ({
    recoveries: context.launchReason === 'recovery' ? [...recent(context, context.recoveries), context.now()] : context.recoveries,
  })),
  takeSession: change(({ context, event }) => ({
    ...received(context, as(event, 'done').output),
    refreshedAt: -Infinity,
    hastyAsks: 0,
    backendFailures: 0,
    document: noDocument,
    reportedPage: context.front && context.reportedPage,
    sizing: restart(context.sizing),
  })),
  takeToken: change(({ context, event }) => ({
    ...received(context, as(event, 'done').output),
    refreshedAt: context.now(),
    refreshes: context.refreshReason === 'call' ? context.refreshes : [...recent(context, context.refreshes), context.now()],
  })),
  /** The document that was launched is the one in use from now on. */
  arrive: change(({ context }) => ({ front: null, refused: false, at: context.page, reportedPage: null, liveSince: context.liveSince ?? context.now() })),
  settle: change(() => ({ problem: null, ...notWaiting })),
  refuse: change(() => ({ refused: true })),

  hide: change(() => ({ hidden: true })),
  show: change(({ context }) => ({
    hidden: false,
    refreshMissed: false,
    ...(context.refreshMissed && { refreshAt: context.now() }),
  })),
  missRefresh: change(({ context }) => ({ refreshMissed: true, refreshAt: endOfLife(context), signDueAt: Infinity })),

  countAsk: change(({ context }) => ({ hastyAsks: hastyAsks(context) + 1 })),
  deferAsk: change(({ context }) => {
    const servedAt = Math.min(askServedAt(context), endOfLife(context));
    // An ask that waits already is the same one: it is not put off, however often it is repeated.
    return servedAt < context.refreshAt ? { hastyAsks: hastyAsks(context) + 1, refreshAt: servedAt } : {};
  }),
  deferRefresh: change(({ context, event }) => {
    const retryAfterMs = 'error' in event ? event.error.retryAfterMs : 0;
    const { dueAt, notBefore } = retryAt(context, context.refreshFailures, retryAfterMs);
    return { refreshFailures: context.refreshFailures + 1, notBefore, refreshAt: Math.min(dueAt, endOfLife(context)) };
  }),
  deferToWindow: change(({ context }) => ({
    refreshAt: Math.min((context.refreshes[0] ?? 0) + limitWindow, endOfLife(context)),
  })),

  noteProblem: change<{ code: ProblemCode; seen?: (context: HostContext) => string }>(({ context }, { code, seen }) =>
    noted(context, problemOf(code, seen?.(context))),
  ),
  noteFailure: change(({ context, event }) => noted(context, as(event, 'error').error.problem)),
  /** The backend failed: the next try comes later each time. */
  backOff: change(({ context, event }) => ({
    backendFailures: context.backendFailures + 1,
    ...retryAt(context, context.backendFailures, 'error' in event ? event.error.retryAfterMs : 0),
  })),
  /** The launch came to nothing, and the document may still say ready. */
  waitForLateReady: change(({ context }) => ({
    silentLaunches: context.silentLaunches + 1,
    notBefore: 0,
    dueAt: context.now() + lateReady + backoff(context, context.silentLaunches),
  })),
  /** The launch came to nothing, and nothing is left to wait for. */
  retryAtOnce: change(({ context }) => ({ silentLaunches: context.silentLaunches + 1, notBefore: 0, dueAt: context.now() })),
  waitForWindow: change(({ context }) => ({
    notBefore: 0,
    dueAt: context.recoveries.length < mostRecoveries ? context.now() : context.recoveries[0]! + limitWindow,
  })),
  hurry: change(({ context }) => {
    const soon = Math.max(context.notBefore, context.now()) + context.random() * retryFirst;
    return { dueAt: Math.min(soon, context.dueAt), refreshAt: Math.min(soon, context.refreshAt) };
  }),

  heardReady: change(({ context }) => ({ document: heardReady(context.document, context.now()) })),
  confirm: change(({ context }) => ({ document: { ...context.document, confirmed: true }, signDueAt: Infinity })),
  heardAgain: change(({ context }) => ({ document: { ...context.document, spoken: true, confirmed: true }, signDueAt: Infinity })),
  sawLoad: change(({ context }) => {
    const document = sawLoad(context.document, context.now());
    return { document, signDueAt: document.spoken && !document.confirmed ? context.now() + signDeadline : Infinity };
  }),
  silence: change(({ context }) => ({ document: { ...sawLoad(context.document, context.now()), spoken: false }, signDueAt: Infinity })),
  takePage: change(({ event }) => {
    const { page: reportedPage } = as(event, 'NAVIGATE');
    const page = pageOfPath(reportedPage);
    return { reportedPage, ...(page && { at: page, page }) };
  }),
  takeHeight: change(({ context, event }) => ({
    sizing: resize(context.sizing, as(event, 'RESIZE').height, context.now()),
  })),
  takeBounds: change(({ context, event }) => {
    const { min, max } = as(event, 'BOUNDS');
    return { sizing: rebound(context.sizing, min, max) };
  }),

  sayDue: raise(({ event }: { event: { type: string } }) => ({ type: 'DUE' as const, woke: event.type === 'WAKE' || event.type === 'SHOW' })),
  startWaiting: change(({ context }) => ({ waitingSince: context.waitingSince ?? context.now() })),
  noteSlow: change(() => ({ slow: true })),
  dueByCall: change(({ context }) => ({ dueAt: context.now() + callDeadline })),
  dueByLoad: change(({ context }) => ({ dueAt: context.now() + loadDeadline * patience(context) })),
  dueByReady: change(({ context }) => ({ dueAt: context.now() + context.readyTimeout * patience(context) })),
  dueByReload: change(({ context }) => ({ dueAt: context.now() + reloadDeadline })),
  dueByRefresh: change(({ context }) => ({ dueAt: Math.min(context.refreshAt, context.signDueAt) })),
};

/** A slow line gets more time at each further try. */
function patience({ silentLaunches }: HostContext): number {
  return 1 + silentLaunches;
}
