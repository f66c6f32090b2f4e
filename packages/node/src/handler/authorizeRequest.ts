import type { Clock } from '../shared/clock.ts';
import { startDeadline, untilAborted } from '../shared/deadline.ts';
import type { HandlerSettings } from './handlerOptions.ts';
import { checkAuthorization, type SessionAuthorization } from './sessionAuthorization.ts';
import { HttpError } from './httpError.ts';
import type { SessionRequest } from './sessionRequest.ts';

/**
 * Asks the host what the caller may have. If that fails, nothing is minted.
 *
 * @throws HttpError 401 if no one is signed in, 500 for an error or an invalid result of `authorize`, 503 after the timeout;
 * the reason of the signal.
 */
export async function authorizeRequest(
  request: SessionRequest,
  { authorize, authorizeTimeoutMs }: HandlerSettings,
  signal: AbortSignal,
  clock: Clock,
): Promise<SessionAuthorization> {
  const timeoutError = () =>
    new HttpError(503, 'authorize-timeout', 'Signing in took too long. Try again.', {
      report: new Error(`authorize() took longer than ${authorizeTimeoutMs / 1000} s`),
    });
  const deadline = startDeadline(clock, authorizeTimeoutMs, timeoutError, signal);
  try {
    const result: unknown = await untilAborted(Promise.resolve(authorize(request)), deadline.signal);
    if (result !== null && result !== undefined && result !== false) return checkAuthorization(result);
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    throw new HttpError(500, 'internal', 'The server could not find out what this user may have.', { report: error });
  } finally {
    deadline.end();
  }
  throw new HttpError(401, 'unauthorized', 'Sign in first.');
}
