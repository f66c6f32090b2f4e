import type { HostContext } from './context.ts';
import { maxTimerMs, unresponsiveAfterMs, slowAfterMs, takenOutGraceMs } from './limits.ts';
import { calmDelayOf } from './sizing.ts';

/** A timer's delay: never below zero, and never so long that it fires at once. ms */
function timer(delay: number): number {
  return Math.min(Math.max(0, delay), maxTimerMs);
}

/** What is left until the deadline. ms */
function untilDeadline({ context: { deadlineAt, now } }: { context: HostContext }): number {
  return timer(deadlineAt - now());
}

/** What is left until the wait is a long one; nothing more is to come once it is. ms */
function untilSlow({ context: { waitingSince, slow, now } }: { context: HostContext }): number {
  return timer(slow || waitingSince === null ? maxTimerMs : waitingSince + slowAfterMs - now());
}

/** How long no other height may be reported until a held one is let go. ms */
function calm({ context }: { context: HostContext }): number {
  return timer(calmDelayOf(context.sizing));
}

/** How long the machine's table waits, by its names. */
export const hostDelays = {
  due: untilDeadline,
  slow: untilSlow,
  unresponsive: unresponsiveAfterMs,
  takenOutGrace: takenOutGraceMs,
  calm,
};
