import { parseRefreshedSession } from '../session/parseSession.ts';
import { retryAfterOf } from '../session/retryAfter.ts';
import { readRouteAnswer } from '../session/routeAnswer.ts';
import type { LaunchSession, RefreshedSession } from '../session/session.ts';
import { inNextTask } from '../shared/inNextTask.ts';
import { MeshesEmbedError } from './meshesEmbedError.ts';
import type { EmbedSettings } from './options.ts';
import { EndpointError } from './rejection.ts';

/** The functions that sessions come from. */
export type SessionSource = Required<{
  [Name in 'fetchSession' | 'refreshSession' | 'revokeSession']: NonNullable<EmbedSettings[Name]>;
}>;

/** Sessions from a route. */
export interface EndpointSource extends SessionSource {
  /** Where a session was asked for last; undefined before. */
  address(): string | undefined;
}

/** Grants of so many sessions are kept: of the one in use, of one that is being launched, and of those that are being ended. */
const maxGrants = 8;

/**
 * Sessions from the host's own route, as `createSessionHandler` of `@meshes-embed/node` serves it. The grant that comes
 * with a session goes back with each refresh, and may be renewed by one.
 *
 * @param options - asked at each call
 */
export function endpointSource(options: () => EmbedSettings): EndpointSource {
  const grants = new Map<string, string | undefined>();
  let resolved: { readonly from: string; readonly base: string } | undefined;

  /** A relative endpoint is resolved once: a route of the host's changes what it would be relative to. */
  function base(): string {
    const { endpoint } = options();
    if (!endpoint) throw new EndpointError('source-missing');
    const from = String(endpoint);
    // A page that was opened as a file has no route beside it.
    if (!URL.canParse(from, document.baseURI) || new URL(from, document.baseURI).protocol === 'file:')
      throw new EndpointError('endpoint-missing', { seen: 'endpoint is no address' });
    if (resolved?.from !== from) resolved = { from, base: new URL(from, document.baseURI).href };
    return resolved.base;
  }

  async function headersNow(): Promise<Headers> {
    const { headers: given } = options();
    const fields = typeof given === 'function' ? await given() : given;
    try {
      const headers = new Headers(fields ?? {});
      headers.set('content-type', 'application/json');
      return headers;
    } catch {
      // The engine's own words hold the value.
      throw new MeshesEmbedError('bad-option', 'headers: expected what HTTP allows');
    }
  }

  async function ask(method: string, path: string, body: object, more: RequestInit): Promise<Response> {
    const url = new URL(base());
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/sessions${path}`;
    const headers = await headersNow();
    const { fetch: given = fetch, credentials = 'include' } = options();
    try {
      return await given(url, {
        method,
        headers,
        body: JSON.stringify(body),
        credentials,
        cache: 'no-store',
        // A sign-in page is no session: better told as a redirect than read as an answer.
        redirect: 'manual',
        ...more,
      });
    } catch (error) {
      // Where the page's own policy blocks it, some browsers tell so in the task after.
      await new Promise<void>(inNextTask);
      throw error;
    }
  }

  async function post(path: string, body: object, signal: AbortSignal): Promise<unknown> {
    const response = await ask('POST', path, body, { signal });
    if (typeof response?.text !== 'function') throw new MeshesEmbedError('bad-option', 'fetch: expected a Response');
    const { status, headers } = response;
    const answer = readRouteAnswer({
      status,
      redirects: response.type === 'opaqueredirect',
      contentType: headers.get('content-type'),
      // A line that is cut here rejects as one that was never there.
      body: await response.text(),
    });
    if ('code' in answer) {
      const { code, seen, reason } = answer;
      throw new EndpointError(reason === 'bad-page' ? reason : code, {
        seen,
        status,
        retryAfterMs: retryAfterOf(headers, Date.now()),
      });
    }
    const { session_id, grant } = parseRefreshedSession(answer.json);
    grants.set(session_id, grant ?? grants.get(session_id));
    for (const former of [...grants.keys()].slice(0, -maxGrants)) grants.delete(former);
    return answer.json;
  }
  const pathOf = (sessionId: string): string => `/${encodeURIComponent(sessionId)}`;

  return {
    address: () => resolved?.base,
    fetchSession: ({ page, signal }) => post('', { page }, signal) as Promise<LaunchSession>,
    refreshSession: ({ sessionId, signal }) =>
      post(`${pathOf(sessionId)}/refresh`, { grant: grants.get(sessionId) }, signal) as Promise<RefreshedSession>,
    // It may be the last thing that the page does.
    async revokeSession({ sessionId }) {
      if (!grants.has(sessionId)) return;
      const grant = grants.get(sessionId);
      grants.delete(sessionId);
      await ask('DELETE', pathOf(sessionId), { grant }, { keepalive: true });
    },
  };
}
