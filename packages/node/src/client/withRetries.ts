import type { Clock } from '../shared/clock.ts';
import { pause, type Deadline } from '../shared/deadline.ts';
import { MeshesApiError } from './meshesApiError.ts';

const baseDelayMs = 200;
const maxDelayMs = 2_000;

/** How often a call may be sent again. */
interface RetryLimits {
  /** After any failure that may pass. */
  readonly retries: number;
  /** After a failure that leaves open whether the call was carried out; it never adds to `retries`. */
  readonly retriesWhenLost: number;
}

/** No answer, or one that a gateway made up because it had none. */
function isAnswerLost(error: MeshesApiError): boolean {
  return error.code === 'network' || error.status === 502 || error.status === 504;
}

/**
 * Repeats an attempt that failed in passing, with full jitter, or as late as Meshes asks for, within the deadline.
 *
 * @throws the last attempt's error, or the reason of the deadline's signal.
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  limits: RetryLimits,
  deadline: Deadline,
  clock: Clock,
): Promise<T> {
  let left = limits.retries;
  for (let failures = 0; ; failures += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (deadline.signal.aborted || !(error instanceof MeshesApiError) || !error.retryable) throw error;
      if (isAnswerLost(error)) left = Math.min(left, limits.retriesWhenLost);
      const jittered = clock.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** failures);
      const wait = Math.max(error.retryAfterMs ?? 0, jittered);
      if (left <= 0 || wait >= deadline.remainingMs()) throw error;
      left -= 1;
      await pause(clock, wait, deadline.signal);
    }
  }
}
