import { assign, raise } from 'xstate';
import { problemOf, type EmbedProblem, type ProblemCode } from '../diagnostics/problems.ts';
import { launchPages } from '../protocol/pages.ts';
import type { EmbedContext, EmbedInput, Failure, LaunchReason, RefreshReason, SessionFacts } from './context.ts';
import { askServedAt, endOfLife, hastyAsks, recentCalls } from './embedGuards.ts';
import type { EmbedEvent } from './events.ts';
import { heardReady, noDocument, sawLoad } from './frameDocument.ts';
import {
  callDeadline,
  callsWindow,
  readyDeadline,
  refreshJitter,
  refreshShare,
  reloadDeadline,
  retryFirst,
  retryLongest,
} from './limits.ts';
import { initialSizing, rebound, resize, restart } from './sizing.ts';

/** What every part of the context starts with, and goes back to when the embed is taken out of the page. */
export function initialContext(input: EmbedInput): EmbedContext {
  return {
    now: input.now,
    random: input.random,
    hostOrigin: input.hostOrigin,
    page: input.page,
    launchReason: 'mount',
    refreshReason: 'call',
    session: null,
    generation: 0,
    receivedAt: 0,
    refreshAt: Infinity,
    refreshedAt: -Infinity,
    hastyAsks: 0,
    refreshFailures: 0,
    launchFailures: 0,
    dueAt: Infinity,
    calls: [],
    problem: null,
    document: noDocument,
    reportedPage: null,
    sizing: initialSizing(input.minHeight, input.maxHeight),
  };
}

/** What an assign is called with; the ends of actors carry `output` or `error`. */
interface Args {
  readonly context: EmbedContext;
  readonly event: EmbedEvent | { readonly type: 'done'; readonly output: SessionFacts } | { readonly type: 'error'; readonly error: Failure };
}

/** An assign whose parameters are of one shape, named in the machine's table. */
function change<Parameters = undefined>(make: (args: Args, parameters: Parameters) => Partial<EmbedContext>) {
  return assign((args, parameters) => make(args as unknown as Args, parameters as Parameters));
}

/** The event, read as one of its kinds: the machine's table decides which events reach which action. */
function as<Type extends Args['event']['type']>(event: Args['event'], _type: Type): Extract<Args['event'], { type: Type }> {
  return event as Extract<Args['event'], { type: Type }>;
}

/** Exponential, with full jitter, and never sooner than the backend asked for. ms */
function retryDelay({ random }: EmbedContext, failures: number, retryAfterMs = 0): number {
  return Math.max(retryAfterMs, random() * Math.min(retryFirst * 2 ** failures, retryLongest));
}

/** A session or a newer token came: its life starts now. */
function received({ now, random, generation }: EmbedContext, session: SessionFacts): Partial<EmbedContext> {
  const at = now();
  return {
    session,
    generation: generation + 1,
    receivedAt: at,
    refreshAt: at + session.life * (refreshShare - random() * refreshJitter),
    refreshFailures: 0,
  };
}

/** What the machine does to its own memory, by the names that its table uses. */
export const embedActions = {
  forget: change(({ context }) => ({
    ...initialContext({ ...context, minHeight: context.sizing.min, maxHeight: context.sizing.max }),
    calls: context.calls,
  })),
  setLaunch: change<{ reason?: LaunchReason }>(({ context, event }, { reason }) => {
    const asked = event.type === 'RELAUNCH' ? event : null;
    const launchReason = reason ?? asked?.reason ?? 'relaunch';
    const launchFailures = launchReason === 'recovery' ? context.launchFailures : 0;
    return { launchReason, launchFailures, page: asked?.page ?? context.page };
  }),
  startOver: change(() => ({ launchFailures: 0 })),
  setPage: change(({ context, event }) => ({ page: as(event, 'RELAUNCH').page ?? context.page })),
  setFirstPage: change(() => ({ page: launchPages[0]! })),
  setRefresh: change<{ reason: RefreshReason }>(({ event }, { reason }) => ({
    refreshReason: event.type === 'DUE' && event.woke ? 'wake' : reason,
  })),
  countCall: change(({ context }) => ({ calls: [...recentCalls(context), context.now()] })),

  takeSession: change(({ context, event }) => ({
    ...received(context, as(event, 'done').output),
    refreshedAt: -Infinity,
    hastyAsks: 0,
    document: noDocument,
    reportedPage: null,
    sizing: restart(context.sizing),
  })),
  takeToken: change(({ context, event }) => ({
    ...received(context, as(event, 'done').output),
    refreshedAt: context.now(),
  })),
  settle: change(() => ({ problem: null, launchFailures: 0 })),

  countAsk: change(({ context }) => ({ hastyAsks: hastyAsks(context) + 1 })),
  deferAsk: change(({ context }) => {
    const servedAt = Math.min(askServedAt(context), endOfLife(context));
    // An ask that waits already is the same one: it is not put off, however often it is repeated.
    return servedAt < context.refreshAt ? { hastyAsks: hastyAsks(context) + 1, refreshAt: servedAt } : {};
  }),
  deferRefresh: change(({ context, event }) => {
    const retryAfterMs = 'error' in event ? event.error.retryAfterMs : 0;
    const again = context.now() + retryDelay(context, context.refreshFailures, retryAfterMs);
    return { refreshFailures: context.refreshFailures + 1, refreshAt: Math.min(again, endOfLife(context)) };
  }),
  deferToWindow: change(({ context }) => ({
    refreshAt: Math.min((context.calls[0] ?? 0) + callsWindow, endOfLife(context)),
  })),

  noteFailure: change(({ context, event }) => failed(context, as(event, 'error').error.problem, as(event, 'error').error.retryAfterMs)),
  noteProblem: change<{ code: ProblemCode; seen?: (context: EmbedContext) => string }>(({ context }, { code, seen }) =>
    failed(context, problemOf(code, seen?.(context))),
  ),
  hurry: change(({ context }) => {
    const soon = context.now() + context.random() * retryFirst;
    return { dueAt: soon, refreshAt: soon };
  }),

  heardReady: change(({ context }) => ({ document: heardReady(context.document, context.now()) })),
  sawLoad: change(({ context }) => ({ document: sawLoad(context.document, context.now()) })),
  silence: change(({ context }) => ({ document: { ...sawLoad(context.document, context.now()), spoken: false } })),
  takePage: change(({ event }) => ({ reportedPage: as(event, 'NAVIGATE').page })),
  takeHeight: change(({ context, event }) => ({
    sizing: resize(context.sizing, as(event, 'RESIZE').height, context.now()),
  })),
  takeBounds: change(({ context, event }) => {
    const { min, max } = as(event, 'BOUNDS');
    return { sizing: rebound(context.sizing, min, max) };
  }),

  sayDue: raise(({ event }: { event: { type: string } }) => ({ type: 'DUE' as const, woke: event.type === 'WAKE' })),
  dueByCall: change(({ context }) => ({ dueAt: context.now() + callDeadline })),
  dueByReady: change(({ context }) => ({
    dueAt: Math.min(context.now() + readyDeadline, context.receivedAt + (context.session?.launchLife ?? 0)),
  })),
  dueByReload: change(({ context }) => ({ dueAt: context.now() + reloadDeadline })),
  dueByRefresh: change(({ context }) => ({ dueAt: context.refreshAt })),
};

function failed(context: EmbedContext, problem: EmbedProblem, retryAfterMs?: number): Partial<EmbedContext> {
  return {
    problem,
    launchFailures: context.launchFailures + 1,
    dueAt: context.now() + retryDelay(context, context.launchFailures, retryAfterMs),
  };
}
