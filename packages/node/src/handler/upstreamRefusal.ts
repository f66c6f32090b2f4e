import { MeshesApiError } from '../client/MeshesApiError.ts';
import { SessionRefusal } from './SessionRefusal.ts';

/** The answer for a session that is unknown to Meshes, and for one that belongs to somebody else: the very same. */
export function unknownSession(): SessionRefusal {
  return new SessionRefusal(404, 'unknown-session', 'There is no such session.');
}

/** What a page is told where a call to Meshes failed: this package's own words, whatever Meshes said. */
export function upstreamRefusal(error: unknown, minting: boolean): SessionRefusal {
  if (!(error instanceof MeshesApiError))
    return new SessionRefusal(500, 'internal', 'The server failed.', { report: error });
  const { retryAfterMs } = error;
  switch (error.code) {
    case 'not-found':
      // At a mint there is no session yet: it is the host's own workspace id that Meshes does not know.
      return minting
        ? new SessionRefusal(404, 'unknown-workspace', 'There is no such workspace.', { report: error })
        : unknownSession();
    case 'revoked':
      return new SessionRefusal(409, 'session-revoked', 'The session has been revoked.');
    case 'rate-limited':
      return new SessionRefusal(429, 'rate-limited', 'Too many requests. Try again later.', { retryAfterMs });
    case 'server-error':
    case 'network':
    case 'timeout':
      return new SessionRefusal(503, 'meshes-unavailable', 'Meshes does not answer. Try again later.', {
        retryAfterMs,
        report: error,
      });
    default:
      return new SessionRefusal(502, 'meshes-refused', 'Meshes does not serve this server.', { report: error });
  }
}
