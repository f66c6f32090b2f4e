import type { SeenProblem } from '../problem/problem.ts';
import type { HostContext } from './context.ts';
import { rapidBackoffMs, rapidWindowMs, limitWindowMs, stableAfterMs } from './limits.ts';

/** Of these times, those of the last so many ms: until the very moment that a deadline of `at + window` is over. */
export function recent(
  { now }: Pick<HostContext, 'now'>,
  times: readonly number[],
  window = limitWindowMs,
): readonly number[] {
  return times.filter((at) => now() < at + window);
}

/** When the current token's life ends. ms */
export function tokenEndsAt({ session, receivedAt }: Pick<HostContext, 'session' | 'receivedAt'>): number {
  return receivedAt + (session?.ttlMs ?? 0);
}

/** Launches that came to nothing in a row; those before a launch that has been live for long enough count no more. */
export function failedLaunchesOf({ liveSince, now, failedLaunches }: HostContext): number {
  return liveSince !== null && now() - liveSince >= stableAfterMs ? 0 : failedLaunches;
}

/** How many rapid requests there were; former ones are forgotten after a while. */
export function rapidRequestsOf({ now, refreshedAt, rapidRequests }: HostContext): number {
  return now() - refreshedAt < rapidWindowMs ? rapidRequests : 0;
}

/** When a request of the embed is served: at once, but later and later for requests that closely follow refreshes. ms */
export function requestServedAt(context: HostContext): number {
  const requests = rapidRequestsOf(context);
  return requests === 0 ? 0 : context.refreshedAt + Math.min(rapidBackoffMs * 2 ** (requests - 1), rapidWindowMs);
}

/** Whether the launch was given up only because nothing was heard: then its document may still say ready. */
export function isUnresponsive(problem: SeenProblem | null): boolean {
  return problem?.code === 'ready-missing' || problem?.code === 'embed-slow';
}
