import { backoff } from '@meshes-embed/core/session';
import type { Clock } from '../shared/clock.ts';
import { pause, type Deadline } from '../shared/deadline.ts';
import { MeshesApiError } from './meshesApiError.ts';

const baseDelayMs = 200;
const maxDelayMs = 2_000;

/** How often a call may be retried. */
interface RetryLimits {
  /** After any temporary failure. */
  readonly retries: number;
  /** After a failure that does not show whether the call was carried out. Never more than `retries`. */
  readonly retriesWhenLost: number;
}

/** Whether there was no answer of Meshes: a network failure, or a gateway's error. */
function isAnswerLost(error: MeshesApiError): boolean {
  return error.code === 'network' || error.status === 502 || error.status === 504;
}

/**
 * Retries an attempt after temporary failures, within the deadline. It waits with exponential backoff and full jitter, and
 * at least as long as Meshes asks for.
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
      const waitMs = Math.max(error.retryAfterMs ?? 0, backoff(clock.random(), failures, baseDelayMs, maxDelayMs));
      if (left <= 0 || waitMs >= deadline.remainingMs()) throw error;
      left -= 1;
      await pause(clock, waitMs, deadline.signal);
    }
  }
}
