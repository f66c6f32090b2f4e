import type { HostContext } from './context.ts';
import { longestDelay, silentAfter, slowAfter, takenOutGrace } from './limits.ts';
import { calmOf } from './sizing.ts';

/** A timer's delay: never below zero, and never so long that it fires at once. ms */
function timer(delay: number): number {
  return Math.min(Math.max(0, delay), longestDelay);
}

/** What is left until the deadline. ms */
function untilDue({ context: { dueAt, now } }: { context: HostContext }): number {
  return timer(dueAt - now());
}

/** What is left until the wait is a long one; nothing more is to come once it is. ms */
function untilSlow({ context: { waitingSince, slow, now } }: { context: HostContext }): number {
  return timer(slow || waitingSince === null ? longestDelay : waitingSince + slowAfter - now());
}

/** How long no other height may be reported until a held one is let go. ms */
function calm({ context }: { context: HostContext }): number {
  return timer(calmOf(context.sizing));
}

/** How long the machine's table waits, by its names. */
export const hostDelays = { due: untilDue, slow: untilSlow, silent: silentAfter, takenOutGrace, calm };
