import type { Clock } from './clock.ts';

/** A timeout and the caller's signal as one signal. */
export interface Deadline {
  /** Aborts with the caller's reason, or with the timeout's error. */
  readonly signal: AbortSignal;
  /** Time left in ms, never negative. */
  remainingMs(): number;
  /** Removes timer and listener. To be called when the work has ended in any way. */
  end(): void;
}

/**
 * Starts the timeout of some work.
 *
 * @param ms - how long it may take.
 * @param timeoutError - makes the reason of the abort after the timeout.
 * @param outer - the caller's signal. Its reason is passed on as it is.
 */
export function startDeadline(clock: Clock, ms: number, timeoutError: () => Error, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  const ends = clock.now() + ms;
  const stop = () => controller.abort(outer?.reason);
  const cancelTimer = clock.after(ms, () => controller.abort(timeoutError()));
  if (outer?.aborted) stop();
  else outer?.addEventListener('abort', stop, { once: true });
  return {
    signal: controller.signal,
    remainingMs: () => Math.max(0, ends - clock.now()),
    end() {
      cancelTimer();
      outer?.removeEventListener('abort', stop);
    },
  };
}

/** Waits for the work. Rejects with the signal's reason even if the work ignores the signal. */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Waits for `ms`. Rejects with the signal's reason if that aborts first. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  let cancelTimer = () => {};
  const timer = new Promise<void>((resolve) => {
    cancelTimer = clock.after(ms, resolve);
  });
  return untilAborted(timer, signal).finally(cancelTimer);
}
