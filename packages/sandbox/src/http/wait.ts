import { ApiError } from './apiError.ts';

/** Waits so many ms, or until the signal aborts. Never rejects. */
export function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    whenAborted(signal).then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Resolves when the signal aborts, at once where it has. */
export function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Ends a request whose caller has hung up, so that no work is done for a caller that left.
 *
 * @throws ApiError 500, which no one reads.
 */
export function requireCaller(signal: AbortSignal): void {
  if (signal.aborted) throw new ApiError(500, 'The caller hung up');
}
