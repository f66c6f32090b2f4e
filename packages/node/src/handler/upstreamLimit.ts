import type { Clock } from '../shared/clock.ts';
import { pause } from '../shared/deadline.ts';

/** How long a lease holds before it has to be renewed. */
const leaseMs = 2_000;
const renewalIntervalMs = 500;
/** How often work that is near the front of the queue looks whether it is its turn, and how often the rest does. */
const shortPollMs = 10;
const longPollMs = 50;
/** Work is near the front if fewer than this many times `places` wait before it. */
const roundsWithShortPoll = 4;

/** Lets a limited number of calls run at once. Others wait in the order in which they came. */
export interface Limit {
  /**
   * @param signal - takes the work out of the queue while it still waits.
   * @throws the signal's reason, or what the work throws.
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal, clock: Clock): Promise<T>;
}

/** A place among the running or the waiting. It ends unless it is renewed. */
interface Lease {
  /** In ms since the epoch. */
  until: number;
}

/**
 * Makes a limit. A runtime may stop a request in the middle and run nothing more of it, not even `finally`. So requests
 * share leases and no promises: the lease of a stopped request ends because it is not renewed, and no other request waits
 * for a promise that only the stopped one could settle.
 *
 * @param places - how many may run at once.
 */
export function createLimit(places: number): Limit {
  const running = new Set<Lease>();
  const waiting = new Set<Lease>();

  /** How many may start now, from the front of the queue. */
  function freePlaces(now: number): number {
    dropEnded(running, now);
    return places - running.size;
  }

  /** Starts the work if it is its turn, and returns 0; else returns in how many ms to look again. */
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

/** Drops leases that have ended. One that ends later than any lease can was taken before the clock was set back. */
function dropEnded(leases: Set<Lease>, now: number): void {
  for (const lease of leases) if (lease.until <= now || lease.until > now + leaseMs) leases.delete(lease);
}

/** How many wait before a lease, counted up to `max`. */
function countBefore(line: ReadonlySet<Lease>, lease: Lease, max: number): number {
  let count = 0;
  for (const other of line) {
    if (other === lease || count === max) break;
    count += 1;
  }
  return count;
}

function every(clock: Clock, ms: number, run: () => void): () => void {
  let cancel = clock.after(ms, again);
  function again(): void {
    run();
    cancel = clock.after(ms, again);
  }
  return () => cancel();
}

/** The limit that all handlers of this process share that do not set `maxConcurrent`. */
export const upstreamLimit = createLimit(64);
