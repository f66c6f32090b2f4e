import { MeshesApiError } from '../client/meshesApiError.ts';
import { HttpError } from './httpError.ts';

/** The answer for a session that is unknown to Meshes, and for one that belongs to somebody else: the very same. */
export function unknownSession(): HttpError {
  return new HttpError(404, 'unknown-session', 'There is no such session.');
}

/** What a page is told where a call to Meshes failed: this package's own words, whatever Meshes said. */
export function toHttpError(error: unknown, minting: boolean): HttpError {
  if (!(error instanceof MeshesApiError))
    return new HttpError(500, 'internal', 'The server failed.', { report: error });
  const { retryAfterMs } = error;
  switch (error.code) {
    case 'not-found':
      // At a mint there is no session yet: it is the host's own workspace id that Meshes does not know.
      return minting
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
      return new HttpError(502, 'meshes-refused', 'Meshes does not serve this server.', { report: error });
  }
}
