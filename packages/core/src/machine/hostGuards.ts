import type { EmbedContext, Failure, SessionFacts } from './context.ts';
import { sawLoad } from './frameDocument.ts';
import { launchPages } from '../protocol/pages.ts';
import { callsWindow, earlyShare, hastyFirst, hastyWindow, mostCallFailures, mostCalls, mostLaunchFailures } from './limits.ts';

/** The calls that still count against the limit. ms */
export function recentCalls({ calls, now }: EmbedContext): readonly number[] {
  return calls.filter((at) => now() - at < callsWindow);
}

/** When the current token's life ends. ms */
export function endOfLife({ session, receivedAt }: EmbedContext): number {
  return receivedAt + (session?.life ?? 0);
}

/** How many hasty asks there were, those of a former time forgotten. */
export function hastyAsks({ now, refreshedAt, hastyAsks: asks }: EmbedContext): number {
  return now() - refreshedAt < hastyWindow ? asks : 0;
}

/** When an ask of the embed is served: at once, but later and later for asks that closely follow refreshes. ms */
export function askServedAt(context: EmbedContext): number {
  const asks = hastyAsks(context);
  return asks === 0 ? 0 : context.refreshedAt + Math.min(hastyFirst * 2 ** (asks - 1), hastyWindow);
}

interface Args {
  readonly context: EmbedContext;
  readonly event: object;
}

const callsLeft = ({ context }: Args): boolean => recentCalls(context).length < mostCalls;

const tokenAlive = ({ context }: Args): boolean => context.now() < endOfLife(context);

/** The document after this `load`: whether it has spoken, and whether it is ours. */
const spoken = ({ context, event }: Args): boolean =>
  !(event as { foreign?: boolean }).foreign && sawLoad(context.document, context.now()).spoken;

/** The machine's questions, by the names that its table uses. */
export const embedGuards = {
  /** Whether one more session may be fetched or refreshed. */
  callsLeft,
  /** Whether another launch may be tried, after so many that failed in a row. */
  triesLeft: ({ context }: Args, { silent }: { silent: boolean }): boolean =>
    context.launchFailures < (silent ? mostLaunchFailures : mostCallFailures),
  /** Whether the state's deadline is over. */
  due: ({ context }: Args): boolean => context.now() >= context.dueAt,
  /** Whether the current token may still be good. */
  tokenAlive,
  /** Whether the current document has a token that may still be good; one that reloaded in silence has none. */
  inUse: (args: Args): boolean => tokenAlive(args) && args.context.document.spoken,
  /** Whether the token has most of its life left: then an ask for a newer one means that it was refused. */
  askedEarly: (args: Args): boolean => {
    const { now, receivedAt, session } = args.context;
    return callsLeft(args) && now() - receivedAt < (session?.life ?? 0) * earlyShare;
  },
  askTooSoon: ({ context }: Args): boolean => context.now() < askServedAt(context),
  refreshFailing: ({ context }: Args): boolean => context.refreshFailures > 0,
  /** Whether a fetched session's launch URL can still be used (contract §1: its life is short). */
  launchable: ({ event }: Args): boolean => (event as { output: SessionFacts }).output.launchLife > 0,
  /** Whether the actor's failure makes another try pointless. */
  final: ({ event }: Args): boolean => (event as { error: Failure }).error.final,
  /** Whether the page was what was refused, and there is the one that every session may see (contract §3). */
  otherPageLeft: (args: Args): boolean =>
    (args.event as { error: Failure }).error.problem.code === 'page-refused' && args.context.page !== launchPages[0] && callsLeft(args),
  /** Whether each launch of so many in a row loaded something, this last one included, and none of it spoke. */
  blockedEachTime: ({ context }: Args): boolean => context.launchFailures >= mostLaunchFailures && context.document.loads > 0,
  otherSession: ({ context, event }: Args): boolean =>
    (event as { output: SessionFacts }).output.sessionId !== context.session?.sessionId,
  /** Whether this `load` is the one of the document that was launched. */
  launchedDocument: ({ context, event }: Args): boolean =>
    context.document.loads === 0 && !(event as { foreign?: boolean }).foreign,
  spoken,
  /** Whether the current document has said ready. */
  spokenBefore: ({ context }: Args): boolean => context.document.spoken,
  /** Whether the network was what failed, so that its return is a reason to go on. */
  mayResume: (args: Args): boolean =>
    callsLeft(args) && ['backend-unreachable', 'backend-timeout'].includes(args.context.problem?.code ?? ''),
};
