import type { Clock } from './clock.ts';

/** The time that some work has, and the caller's own wish to stop, as one signal. */
export interface Deadline {
  /** Aborts with the caller's reason, or with what `tooLate` made. */
  readonly signal: AbortSignal;
  /** Time left in ms, never negative. */
  remainingMs(): number;
  /** Lets go of timer and listener. To be called when the work has ended, however it did. */
  end(): void;
}

/**
 * Starts the time for some work.
 *
 * @param ms - how long it may take.
 * @param tooLate - makes the reason of the abort once the time is over.
 * @param outer - the caller's signal; its reason is handed on as it is.
 */
export function startDeadline(clock: Clock, ms: number, tooLate: () => Error, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const ends = clock.now() + ms;
  const stop = () => controller.abort(outer?.reason);
  const takeBack = clock.after(ms, () => controller.abort(tooLate()));
  if (outer?.aborted) stop();
  else outer?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    remainingMs: () => Math.max(0, ends - clock.now()),
    end() {
      takeBack();
      outer?.removeEventListener('abort', stop);
    },
  };
}

/** Waits for the work, or rejects with the signal's reason, also where the work itself ignores the signal. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Waits for `ms`; rejects with the signal's reason when it aborts first. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  let takeBack = () => {};
  const timer = new Promise<void>((resolve) => {
    takeBack = clock.after(ms, resolve);
  });
  return untilAborted(timer, signal).finally(takeBack);
}
