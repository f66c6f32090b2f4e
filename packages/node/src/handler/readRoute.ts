import { isSessionId } from '../shared/sessionFields.ts';
import { HttpError } from './httpError.ts';
import type { SessionRequest } from './sessionRequest.ts';

/** The call that a request asks for. */
export type Route = { readonly name: 'mint' } | { readonly name: 'refresh' | 'revoke'; readonly sessionId: string };

const collectionPath = /\/sessions\/?$/;
const itemPath = /\/sessions\/([^/]+)(\/refresh)?\/?$/;
/** Looks like a session's path without an id: dots and slashes in the id were taken for path segments. */
const brokenItemPath = /\/sessions\/|\/refresh\/?$/;

/**
 * Reads method and path.
 *
 * @throws HttpError 400 for a malformed session id, 404 for other paths, 405 for other methods.
 */
export function readRoute(request: SessionRequest): Route {
  const { pathname, search, hash } = new URL(request.url);
  if (collectionPath.test(pathname)) {
    requireMethod(request.method, 'POST');
    return { name: 'mint' };
  }
  const [, sessionId, refresh] = itemPath.exec(pathname) ?? [];
  if (sessionId === undefined) {
    if (brokenItemPath.test(pathname)) throw badSessionId();
    throw new HttpError(404, 'unknown-route', 'This path does not exist.');
  }
  // `refresh` in place of an id means that the id was empty, or dots. A query on a path without its last part means that
  // a `?` or `#` in the id cut the path short.
  const cutShort = refresh === undefined && request.method !== 'DELETE' && search + hash !== '';
  if (!isSessionId(sessionId) || sessionId === 'refresh' || cutShort) throw badSessionId();
  requireMethod(request.method, refresh === undefined ? 'DELETE' : 'POST');
  return { name: refresh === undefined ? 'revoke' : 'refresh', sessionId };
}

function requireMethod(method: string, allowed: string): void {
  if (method !== allowed)
    throw new HttpError(405, 'method-not-allowed', `This path takes ${allowed} only.`, { allow: allowed });
}

function badSessionId(): HttpError {
  return new HttpError(400, 'bad-session-id', 'A session id is 1 to 128 letters, digits, - or _.');
}
