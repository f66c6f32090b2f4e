import type { Clock } from '../shared/clock.ts';
import { pause } from '../shared/deadline.ts';

/** A place, and one in the line, is held for this long, and then again. */
const leaseMs = 2_000;
const renewalIntervalMs = 500;
/** How often those look who come soon, and those who are further back in the line. */
const shortPollMs = 10;
const longPollMs = 50;
/** Those come soon who are among the first so many times `places`. */
const roundsWithShortPoll = 4;

/** Lets only so many pieces of work run at once; the others wait in the order they came. */
export interface Limit {
  /**
   * @param signal - while the work still waits, its abort takes it out of the line.
   * @throws the signal's reason, or what the work throws.
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal, clock: Clock): Promise<T>;
}

/** Holds a place until the clock says so. */
interface Lease {
  /** In ms since the epoch. */
  until: number;
}

/**
 * Requests share numbers here, and no promise: a runtime may stop a request in the middle, and then runs nothing of it
 * any more, no `finally` either. What such a request held comes to its end by itself, as no one renews it; and no other
 * request waits for something that only this one could have settled.
 *
 * @param places - how many pieces of work may run at once.
 */
export function createLimit(places: number): Limit {
  const running = new Set<Lease>();
  const waiting = new Set<Lease>();

  /** How many may start now, from the front of the line. */
  function freePlaces(now: number): number {
    dropEnded(running, now);
    return places - running.size;
  }

  /** Starts the work where it is its turn, or says in ms when to look again. */
  function tryStart(lease: Lease, clock: Clock): number {
    const now = clock.now();
    lease.until = now + leaseMs;
    waiting.add(lease);
    const free = freePlaces(now);
    if (free > 0) dropEnded(waiting, now);
    const soon = roundsWithShortPoll * places;
    const before = countBefore(waiting, lease, soon);
    if (before >= free) return before < soon ? shortPollMs : longPollMs;
    waiting.delete(lease);
    running.add(lease);
    return 0;
  }

  async function takePlace(lease: Lease, signal: AbortSignal, clock: Clock): Promise<void> {
    try {
      for (;;) {
        signal.throwIfAborted();
        const wait = tryStart(lease, clock);
        if (wait === 0) return;
        await pause(clock, wait, signal);
      }
    } catch (error) {
      waiting.delete(lease);
      throw error;
    }
  }

  return {
    async run(work, signal, clock) {
      const lease: Lease = { until: 0 };
      await takePlace(lease, signal, clock);
      const stopRenewing = every(clock, renewalIntervalMs, () => {
        lease.until = clock.now() + leaseMs;
        running.add(lease);
      });
      try {
        return await work();
      } finally {
        stopRenewing();
        running.delete(lease);
      }
    },
  };
}

/** One that ends later than any lease can was taken before the clock was set back. */
function dropEnded(leases: Set<Lease>, now: number): void {
  for (const lease of leases) if (lease.until <= now || lease.until > now + leaseMs) leases.delete(lease);
}

/** How many stand in front, counted up to `most`. */
function countBefore(line: ReadonlySet<Lease>, lease: Lease, most: number): number {
  let count = 0;
  for (const other of line) {
    if (other === lease || count === most) break;
    count += 1;
  }
  return count;
}

function every(clock: Clock, ms: number, run: () => void): () => void {
  let takeBack = clock.after(ms, again);
  function again(): void {
    run();
    takeBack = clock.after(ms, again);
  }
  return () => takeBack();
}

/** Calls to Meshes at once, of all handlers in this process that were given no `maxConcurrent`. */
export const upstreamLimit = createLimit(64);
