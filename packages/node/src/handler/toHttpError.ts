import { MeshesApiError } from '../client/meshesApiError.ts';
import { HttpError } from './httpError.ts';

/** The error for a session that does not exist, and for one of another user. They must not differ. */
export function unknownSession(): HttpError {
  return new HttpError(404, 'unknown-session', 'There is no such session.');
}

/** The answer to a page when a call to Meshes failed. It repeats nothing of what Meshes said. */
export function toHttpError(error: unknown, isMint: boolean): HttpError {
  if (!(error instanceof MeshesApiError))
    return new HttpError(500, 'internal', 'The server failed.', { report: error });
  const { retryAfterMs } = error;
  switch (error.code) {
    case 'not-found':
      // A mint names no session, so it is the host's workspace id that Meshes does not know.
      return isMint
        ? new HttpError(404, 'unknown-workspace', 'There is no such workspace.', { report: error })
        : unknownSession();
    case 'revoked':
      return new HttpError(409, 'session-revoked', 'The session has been revoked.');
    case 'rate-limited':
      return new HttpError(429, 'rate-limited', 'Too many requests. Try again later.', { retryAfterMs });
    case 'server-error':
    case 'network':
    case 'timeout':
      return new HttpError(503, 'meshes-unavailable', 'Meshes does not answer. Try again later.', {
        retryAfterMs,
        report: error,
      });
    default:
      return new HttpError(502, 'meshes-refused', 'Meshes refuses this server.', { report: error });
  }
}
