import type { SeenProblem } from '../diagnostics/problem.ts';
import type { HostContext } from './context.ts';
import { hastyFirst, hastyWindow, limitWindow, settledAfter } from './limits.ts';

/** Of these times, those of the last so many ms. */
export function recent(
  { now }: Pick<HostContext, 'now'>,
  times: readonly number[],
  window = limitWindow,
): readonly number[] {
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

/** Whether the launch was given up only because nothing was heard: then its document may still say ready. */
export function isSilence(problem: SeenProblem | null): boolean {
  return problem?.code === 'ready-missing' || problem?.code === 'embed-slow';
}
