import { parseRefreshedSession } from '../session/parseSession.ts';
import type { LaunchSession, RefreshedSession } from '../session/session.ts';
import type { EmbedSettings } from './options.ts';

/** The functions that sessions come from. */
export type SessionSource = Required<{ [Name in 'fetchSession' | 'refreshSession' | 'revokeSession']: NonNullable<EmbedSettings[Name]> }>;

/** Grants of so many sessions are kept: of the one in use, and of one that is being launched. */
const mostGrants = 2;

/** An answer that was no success; carries what the embed acts on, and of the body the error's code alone. */
class EndpointError extends Error {
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  readonly code: unknown;

  constructor(response: Response, body: { error?: { code?: unknown } } | null) {
    super(`the session endpoint answered ${response.status}`);
    this.name = 'EndpointError';
    this.status = response.status;
    this.code = body?.error?.code;
    this.retryAfterMs = retryAfterOf(response.headers.get('retry-after'));
  }
}

/**
 * Sessions from the host's own route, as `createSessionHandler` of `@meshes-embed/node` serves it. The grant that comes
 * with a session goes back with each refresh, and may be renewed by one.
 *
 * @param endpoint - resolved against the page when it is called, so that nothing needs a page before.
 */
export function endpointSource(endpoint: string | URL): SessionSource {
  const grants = new Map<string, string>();

  function ask(method: string, path: string, body: object, more: RequestInit): Promise<Response> {
    const url = new URL(endpoint, document.baseURI);
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/sessions${path}`;
    return fetch(url, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'include',
      cache: 'no-store',
      // A sign-in page is no session: better told as a failure than read as one.
      redirect: 'error',
      ...more,
    });
  }

  async function post(path: string, body: object, signal: AbortSignal): Promise<unknown> {
    const response = await ask('POST', path, body, { signal });
    // A body that is no JSON is no session either, and is told apart by the parser.
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw new EndpointError(response, answer as null);
    const { session_id, grant } = parseRefreshedSession(answer);
    if (grant) grants.set(session_id, grant);
    for (const former of [...grants.keys()].slice(0, -mostGrants)) grants.delete(former);
    return answer;
  }
  const pathOf = (sessionId: string): string => `/${encodeURIComponent(sessionId)}`;

  return {
    fetchSession: ({ page, signal }) => post('', { page }, signal) as Promise<LaunchSession>,
    refreshSession: ({ sessionId, signal }) =>
      post(`${pathOf(sessionId)}/refresh`, { grant: grants.get(sessionId) }, signal) as Promise<RefreshedSession>,
    // It may be the last thing that the page does.
    revokeSession: ({ sessionId }) => ask('DELETE', pathOf(sessionId), { grant: grants.get(sessionId) }, { keepalive: true }),
  };
}

/** `Retry-After` in seconds or as a date. ms */
function retryAfterOf(header: string | null): number | undefined {
  if (!header) return undefined;
  const after = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(after) ? undefined : Math.max(0, after);
}
