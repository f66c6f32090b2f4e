import { parseRefreshedSession } from '../session/parseSession.ts';
import type { LaunchSession, RefreshedSession } from '../session/session.ts';
import type { EmbedSettings } from './options.ts';

/** The functions that sessions come from. */
export type SessionSource = Required<{ [Name in 'fetchSession' | 'refreshSession' | 'revokeSession']: NonNullable<EmbedSettings[Name]> }>;

/** Grants of so many sessions are kept: of the one in use, and of one that is being launched. */
const mostGrants = 2;

/**
 * Sessions from the host's own route, as `createSessionHandler` of `@meshes-embed/node` serves it. The grant that comes
 * with a session goes back with each refresh, and may be renewed by one.
 *
 * @param endpoint - asked at each call, and resolved against the page then, so that nothing needs a page before.
 */
export function endpointSource(endpoint: () => string | URL | undefined): SessionSource {
  const grants = new Map<string, string>();

  async function ask(method: string, path: string, body: object, more: RequestInit): Promise<Response> {
    const given = endpoint();
    if (!given) throw Object.assign(new Error(), { code: 'source-missing' });
    const url = new URL(given, document.baseURI);
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
    // A body that is no JSON is no session either: the parser says so.
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) {
      // Of the body the error's code only: its text may hold anything.
      const { error } = (answer ?? {}) as { readonly error?: { readonly code?: unknown } };
      throw Object.assign(new Error(), { status: response.status, code: error?.code, retryAfterMs: retryAfterOf(response.headers.get('retry-after')) });
    }
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
