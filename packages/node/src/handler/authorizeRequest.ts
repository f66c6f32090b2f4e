import type { Clock } from '../shared/clock.ts';
import { startDeadline, untilAborted } from '../shared/deadline.ts';
import { MeshesInputError } from '../shared/MeshesInputError.ts';
import type { HandlerSettings } from './handlerOptions.ts';
import { checkAuthorization, type SessionAuthorization } from './sessionAuthorization.ts';
import { SessionRefusal } from './SessionRefusal.ts';

const AUTHORIZE_MS = 10_000;

/**
 * Asks the host what the caller may have. Whatever goes wrong there, nothing is minted.
 *
 * @throws SessionRefusal 401 for nobody, 500 for an error or an answer that makes no sense, 503 after 10 s; the reason
 * of the request's signal.
 */
export async function authorizeRequest(request: Request, authorize: HandlerSettings['authorize'], clock: Clock): Promise<SessionAuthorization> {
  const tooLate = () => new SessionRefusal(503, 'authorize-timeout', 'Signing in took too long. Try again.', { report: new Error('authorize() took longer than 10 s') });
  const deadline = startDeadline(clock, AUTHORIZE_MS, tooLate, request.signal);
  try {
    const result: unknown = await untilAborted(Promise.resolve(authorize(request)), deadline.signal);
    if (request.bodyUsed) throw new MeshesInputError('bad-authorization', null, 'authorize() read the body of the request; use request.clone() for that');
    if (result !== null && result !== undefined) return checkAuthorization(result);
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    throw new SessionRefusal(500, 'internal', 'The server could not say what this user may have.', { report: error });
  } finally {
    deadline.end();
  }
  throw new SessionRefusal(401, 'unauthorized', 'Sign in first.');
}
