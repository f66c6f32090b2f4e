import { launchPages, type LaunchPage } from '@meshes-embed/core/protocol';
import type { BackendAnswer, BackendInside, FakeCall } from './fakeBackend.ts';
import { networkFailure, timedOut } from './sessionFunctions.ts';

/** What `fetch` is called with. */
export type FetchArguments = readonly [input: string | URL | Request, init?: RequestInit];

const sessionPath = /^\/sessions(?:\/([^/]+)(\/refresh)?)?$/;

/** The part of an address that a session route answers, below where it is mounted; null where it is no call of it. */
function callOf(pathname: string, method: string, body: Readonly<Record<string, unknown>>): FakeCall | null {
  const [matched, id, refresh] = sessionPath.exec(pathname) ?? [];
  if (matched === undefined) return null;
  if (id === undefined) {
    const page = launchPages.find((one) => one === body['page']) ?? 'dashboard';
    return method === 'POST' ? { kind: 'launch', page: page satisfies LaunchPage } : null;
  }
  const sessionId = decodeURIComponent(id);
  if (refresh) return method === 'POST' ? { kind: 'refresh', sessionId } : null;
  return method === 'DELETE' ? { kind: 'revoke', sessionId } : null;
}

/**
 * The backend as a session route, as `createSessionHandler` of `@meshes-embed/node` serves it.
 *
 * @param mount - where it is mounted, absolute
 * @returns null for a request that is not for it
 */
export async function askSessionRoute(
  { ask }: Pick<BackendInside, 'ask'>,
  mount: URL,
  [input, init]: FetchArguments,
): Promise<Response | null> {
  const request = typeof Request === 'function' && input instanceof Request ? input : null;
  const url = new URL(request?.url ?? String(input), mount);
  const base = mount.pathname.replace(/\/+$/, '');
  if (url.origin !== mount.origin || !url.pathname.startsWith(`${base}/sessions`)) return null;
  const text = typeof init?.body === 'string' ? init.body : ((await request?.clone().text()) ?? '');
  const method = init?.method ?? request?.method ?? 'GET';
  const call = callOf(
    url.pathname.slice(base.length),
    method,
    (text ? JSON.parse(text) : {}) as Record<string, unknown>,
  );
  if (!call) return responseOf({ kind: 'refused', status: 404, code: 'unknown-route' }, mount);
  return responseOf(await ask(call, init?.signal ?? request?.signal), mount);
}

function responseOf(answer: BackendAnswer, mount: URL): Response {
  switch (answer.kind) {
    case 'session':
      return json(200, { ...answer.session, grant: `fake-grant-${answer.session.session_id}` });
    case 'done':
      return json(200, { revoked: true });
    case 'page':
      return respond(200, answer.text, { 'content-type': 'text/html' });
    case 'network':
      throw networkFailure();
    case 'timeout':
      throw timedOut();
    case 'refused':
      // What `fetch` gives for `redirect: 'manual'` tells its type, and no more.
      if (answer.status < 400)
        return Object.defineProperty(respond(answer.status, null, { location: mount.href }), 'type', {
          value: 'opaqueredirect',
        });
      return json(
        answer.status,
        { error: { code: answer.code, message: `The fake backend answered ${answer.status}.` } },
        answer.retryAfterMs,
      );
  }
}

function json(status: number, body: object, retryAfterMs?: number): Response {
  return respond(status, JSON.stringify(body), {
    'content-type': 'application/json',
    ...(retryAfterMs !== undefined && { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }),
  });
}

/** Jest's jsdom has no `Response`: there it gets what one is read for. */
function respond(status: number, body: string | null, fields: Readonly<Record<string, string>>): Response {
  if (typeof Response === 'function') return new Response(body, { status, headers: fields });
  const read = async (): Promise<string> => body ?? '';
  return {
    status,
    ok: status >= 200 && status < 300,
    type: 'basic',
    headers: new Headers(fields),
    text: read,
    json: async () => JSON.parse(await read()) as unknown,
  } as Response;
}
