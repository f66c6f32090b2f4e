import { launchPages } from '../protocol/pages.ts';
import { isFront } from '../protocol/pageOfPath.ts';
import type { Failure, HostContext, SessionFacts } from './context.ts';
import { sawLoad } from './frameDocument.ts';
import {
  earlyShare,
  hastyFirst,
  hastyWindow,
  hostWindow,
  limitWindow,
  mostHostLaunches,
  mostRecoveries,
  mostRefreshes,
  mostSilentLaunches,
  settledAfter,
} from './limits.ts';

/** Of these times, those of the last so many ms. */
export function recent({ now }: Pick<HostContext, 'now'>, times: readonly number[], window = limitWindow): readonly number[] {
  return times.filter((at) => now() - at < window);
}

/** When the current token's life ends. ms */
export function endOfLife({ session, receivedAt }: Pick<HostContext, 'session' | 'receivedAt'>): number {
  return receivedAt + (session?.life ?? 0);
}

/** Launches that came to nothing in a row; those before a launch that has been live for long enough count no more. */
export function silentLaunchesOf({ liveSince, now, silentLaunches }: HostContext): number {
  return liveSince !== null && now() - liveSince >= settledAfter ? 0 : silentLaunches;
}

/** How many hasty asks there were, those of a former time forgotten. */
export function hastyAsks({ now, refreshedAt, hastyAsks: asks }: HostContext): number {
  return now() - refreshedAt < hastyWindow ? asks : 0;
}

/** When an ask of the embed is served: at once, but later and later for asks that closely follow refreshes. ms */
export function askServedAt(context: HostContext): number {
  const asks = hastyAsks(context);
  return asks === 0 ? 0 : context.refreshedAt + Math.min(hastyFirst * 2 ** (asks - 1), hastyWindow);
}

interface Args {
  readonly context: HostContext;
  readonly event: object;
}

const tokenAlive = ({ context }: Args): boolean => context.now() < endOfLife(context);

const refreshesLeft = ({ context }: Args): boolean => recent(context, context.refreshes).length < mostRefreshes;

const final = ({ event }: Args): boolean => (event as { error: Failure }).error.final;

/** Whether what stays on screen may go on: its token lives, and the backend did not refuse its user. */
const frontAlive = ({ context: { front, now, refused } }: Args): boolean => front !== null && !refused && now() < endOfLife(front);

/** The document after this `load`: whether it has spoken, and whether it is ours. */
const spoken = ({ context, event }: Args): boolean =>
  !(event as { foreign?: boolean }).foreign && sawLoad(context.document, context.now()).spoken;

/** Whether the page that is wanted is the one that is in use, or on its way without a problem. */
const samePage = ({ context, event }: Args): boolean => {
  const { page, front } = event as { page: string; front?: boolean };
  return context.page === page && context.problem === null && (!front || context.reportedPage === null || isFront(context.reportedPage));
};

/** The machine's questions, by the names that its table uses. */
export const hostGuards = {
  samePage,
  /** Whether the page that is wanted at a mount is not the one that was asked for. */
  otherPage: ({ context, event }: Args): boolean => 'page' in event && event.page !== context.page,
  /** Whether the host launches more often than anybody can want. */
  hostLoops: ({ context }: Args): boolean => recent(context, context.hostLaunches, hostWindow).length >= mostHostLaunches,
  paced: ({ context }: Args): boolean => context.paced,
  /** Whether one more launch that no one asked for may be made. */
  recoveriesLeft: ({ context }: Args): boolean => recent(context, context.recoveries).length < mostRecoveries,
  /** Whether one more refresh that the host did not ask for may be made. */
  refreshesLeft,
  /** Whether another launch may be tried, after so many that came to nothing in a row. */
  triesLeft: ({ context }: Args): boolean => silentLaunchesOf(context) < mostSilentLaunches,
  /** Whether the state's deadline is over. */
  due: ({ context }: Args): boolean => context.now() >= context.dueAt,
  /** Whether the current token may still be good. */
  tokenAlive,
  /** Whether the current document has a token that may still be good; one that reloaded in silence has none. */
  inUse: (args: Args): boolean => tokenAlive(args) && args.context.document.spoken,
  frontAlive,
  finalInFront: (args: Args): boolean => final(args) && frontAlive(args),
  /** Whether the document of the launch before, which was waited for in vain, may still be given its token. */
  maySpeak: (args: Args): boolean => {
    const { front, problem, document } = args.context;
    return front === null && problem?.code === 'ready-missing' && !document.spoken && tokenAlive(args);
  },
  hidden: ({ context }: Args): boolean => context.hidden,
  hiddenInUse: (args: Args): boolean => args.context.hidden && tokenAlive(args),
  refreshMissed: ({ context }: Args): boolean => context.refreshMissed,
  /** Whether the document loaded after it was given a token, and has said nothing since. */
  signMissing: ({ context }: Args): boolean => context.now() >= context.signDueAt && !context.hidden,
  /** Whether the timer is for something that came since. */
  refreshNotDue: ({ context }: Args): boolean => context.now() < context.refreshAt,
  /** Whether it was the same the last time: then this embed is one that says nothing. */
  signMissingAgain: ({ context }: Args): boolean => context.now() >= context.signDueAt && silentLaunchesOf(context) > 0,
  /** Whether the token has most of its life left: then an ask for a newer one means that it was refused. */
  askedEarly: (args: Args): boolean => {
    const { now, receivedAt, session } = args.context;
    return refreshesLeft(args) && now() - receivedAt < (session?.life ?? 0) * earlyShare;
  },
  askTooSoon: ({ context }: Args): boolean => context.now() < askServedAt(context),
  refreshFailing: ({ context }: Args): boolean => context.refreshFailures > 0,
  /** Whether a fetched session's launch URL can still be used (contract §1: its life is short). */
  launchable: ({ event }: Args): boolean => (event as { output: SessionFacts }).output.launchLife > 0,
  /** Whether the actor's failure makes another try pointless. */
  final,
  /** Whether the backend refused a newer token to this session, which it may give to a fresh one. */
  refreshRefused: ({ event }: Args): boolean => (event as { error: Failure }).error.problem.code === 'refresh-refused' && !(event as { error: Failure }).error.final,
  /** Whether the page was what was refused, and there is the one that every session may see (contract §3). */
  otherPageLeft: ({ context, event }: Args): boolean =>
    (event as { error: Failure }).error.problem.code === 'page-refused' && context.page !== launchPages[0] && context.front === null,
  otherSession: ({ context, event }: Args): boolean =>
    (event as { output: SessionFacts }).output.sessionId !== context.session?.sessionId,
  /** Whether this `load` is the one of the document that was launched. */
  launchedDocument: ({ event }: Args): boolean => !(event as { foreign?: boolean }).foreign,
  spoken,
  /** Whether the current document has said ready. */
  spokenBefore: ({ context }: Args): boolean => context.document.spoken,
};
