import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createMeshesClient,
  createSessionHandler,
  toNodeHandler,
  type SessionAuthorization,
  type SessionHandler,
} from '@meshes-embed/node';
import { examine, pagesOrigin, told, verdict } from './examine.ts';
import { useSandbox } from './useSandbox.ts';

const here = useSandbox();
const userCookie = 'sid=cookie-canary-0123456789; theme=dark';
const signedIn = ['--header', `Cookie: ${userCookie}`];
const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const preflightHeaders = 'content-type, authorization, x-csrf-token, traceparent';

/** A handler that lets pages of allowed origins send more than the body. */
function allowingHeaders(inner: SessionHandler): SessionHandler {
  return async (request) => {
    const answer = await inner(request);
    if (request.method !== 'OPTIONS' || !answer.headers.has('access-control-allow-origin')) return answer;
    return new Response(null, {
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), 'access-control-allow-headers': preflightHeaders },
    });
  };
}

/** A handler of this package, for those who bring the cookie. */
function handler(granted: Partial<SessionAuthorization> = {}, open = false): SessionHandler {
  const { organizationId, accessKey, secretKey, apiUrl, workspaces } = here.sandbox;
  return allowingHeaders(
    createSessionHandler({
      client: createMeshesClient({ organizationId, accessKey, secretKey, baseUrl: apiUrl }),
      allowedOrigins: [pagesOrigin],
      authorize: (request) =>
        open || request.headers.get('cookie') === userCookie
          ? { subject: 'acme', workspace_id: workspaces[0]?.id ?? '', allowed_origins: [pagesOrigin], ...granted }
          : null,
    }),
  );
}

/** That handler, with its answers changed, but for those to preflights of its own pages. */
function changed(change: (answer: Response) => Response | Promise<Response>): RequestListener {
  const inner = handler();
  return toNodeHandler(async (request) => {
    const answer = await inner(request);
    return request.method === 'OPTIONS' && request.headers.get('origin') === pagesOrigin ? answer : change(answer);
  }) as RequestListener;
}

const json = (endpoint: string, args: readonly string[] = signedIn) =>
  examine(here.sandbox, ['--json', '--endpoint', `${endpoint}/api/meshes`, ...args]);

describe("a route of this package's handler", () => {
  test('passes, and what it minted is revoked', async () => {
    const url = await serve(toNodeHandler(handler()) as RequestListener);
    const examined = await json(url);
    expect(verdict(examined)).toEqual({ found: [], unknown: [] });
    expect(examined.status).toBe(0);
    expect(JSON.parse(examined.output)).toMatchObject({
      endpoint: `${url}/api/meshes`,
      sessions: { minted: 3, revoked: 3 },
    });
    expect(examined.output).not.toContain('cookie-canary');
  });

  test('of the same origin as the pages too', async () => {
    const url = await serve(toNodeHandler(handler({ allowed_origins: [] })) as RequestListener);
    const examined = await json(url, ['--origin', url, ...signedIn]);
    expect(verdict(examined).found).toEqual(['endpoint-framing-open']);
    expect(told(examined)['endpoint-preflight']?.seen).toContain('not needed');
  });

  test('without a sign-in only what needs none is looked at', async () => {
    const examined = await json(await serve(toNodeHandler(handler()) as RequestListener), []);
    expect(verdict(examined)).toEqual({
      found: [],
      unknown: ['endpoint-session', 'endpoint-no-store', 'endpoint-fields', 'endpoint-framing'],
    });
    expect(told(examined)['endpoint-session']?.why).toContain('--header');
    expect(examined.status).toBe(0);
  });

  test.each<[string, Partial<SessionAuthorization>]>([
    ['endpoint-framing-refused', { allowed_origins: ['https://other.example.com'] }],
    ['endpoint-framing-open', { allowed_origins: [] }],
  ])('%s', async (code, granted) => {
    expect(verdict(await json(await serve(toNodeHandler(handler(granted)) as RequestListener))).found).toEqual([code]);
  });

  test("another customer's workspace, and a sign-in that is over", async () => {
    const other = await json(
      await serve(toNodeHandler(handler({ workspace_id: here.sandbox.workspaces[1]?.id ?? '' })) as RequestListener),
    );
    expect(verdict(other).found).toEqual(['endpoint-other-workspace']);
    expect(told(other)['endpoint-session']?.symptom).toBe('Iframe appears but no workspace data loads');
    const over = await json(await serve(toNodeHandler(handler()) as RequestListener), [
      '--header',
      'Cookie: sid=old-canary',
    ]);
    expect(verdict(over).found).toEqual(['not-authorized']);
  });

  test('authorize that lets everyone in', async () => {
    expect(verdict(await json(await serve(toNodeHandler(handler({}, true)) as RequestListener), [])).found).toEqual([
      'endpoint-open',
    ]);
  });
});

const others = ['guard', 'session', 'origin-only', 'preflight', 'origin', 'cors', 'no-store', 'fields', 'framing'].map(
  (name) => `endpoint-${name}`,
);

describe('a route that breaks the rules', () => {
  const withHeaders = (headers: Record<string, string>) => (answer: Response) =>
    new Response(answer.body, {
      status: answer.status,
      headers: { ...Object.fromEntries(answer.headers), ...headers },
    });

  test.each<[string, (answer: Response) => Response | Promise<Response>]>([
    ['endpoint-cors', withHeaders({ 'access-control-allow-origin': '*' })],
    ['endpoint-cors', withHeaders({ 'access-control-allow-origin': 'https://meshes-doctor.invalid' })],
    ['endpoint-cached', withHeaders({ 'cache-control': 'private, max-age=60' })],
    [
      'endpoint-launch-token',
      async (answer) =>
        answer.ok
          ? Response.json(
              { ...((await answer.json()) as object), launch_token: 'launch-canary' },
              { headers: answer.headers },
            )
          : answer,
    ],
    [
      'endpoint-secret',
      async (answer) =>
        answer.ok
          ? Response.json(
              { ...((await answer.json()) as object), config: here.sandbox.secretKey },
              { headers: answer.headers },
            )
          : answer,
    ],
  ])('%s', async (code, change) => {
    expect(verdict(await json(await serve(changed(change)))).found).toEqual([code]);
  });

  test('serves pages of foreign origins', async () => {
    const inner = handler();
    const everywhere = toNodeHandler((request) =>
      inner(new Request(request, { headers: { ...Object.fromEntries(request.headers), origin: pagesOrigin } })),
    );
    const examined = await json(await serve(everywhere as RequestListener));
    expect(verdict(examined).found).toEqual(['endpoint-foreign-served']);
    expect(JSON.parse(examined.output)).toMatchObject({ sessions: { minted: 4, revoked: 4 } });
  });

  test.each<[number, string]>([
    [301, 'endpoint-redirects'],
    [302, 'endpoint-redirects'],
    [303, 'endpoint-redirects'],
    [307, 'endpoint-redirects'],
    [308, 'endpoint-redirects'],
    [404, 'endpoint-missing'],
    [405, 'endpoint-missing'],
    [501, 'endpoint-missing'],
    [400, 'endpoint-refuses'],
    [413, 'endpoint-refuses'],
    [415, 'endpoint-refuses'],
    // As on a page: only of a session in use can it be said that it was ended.
    [409, 'endpoint-refuses'],
    [410, 'endpoint-refuses'],
    [419, 'endpoint-refuses'],
    [429, 'backend-failed'],
    [500, 'backend-failed'],
    [503, 'backend-failed'],
    [200, 'endpoint-not-json'],
    [204, 'endpoint-not-json'],
  ])('status %i and nothing in it: %s', async (status, code) => {
    const url = await serve(
      (_, response) =>
        void response
          .writeHead(status, status < 400 && status >= 300 ? { location: '/sign-in?next=canary' } : {})
          .end(),
    );
    const examined = await json(url);
    expect(new Set(verdict(examined).found)).toEqual(new Set([code]));
    expect(examined.output).not.toContain('canary');
  });

  test.each([
    ['text/html; charset=utf-8', 'with the content type text/html'],
    ['text/plain', 'with the content type text/plain'],
    ['canary canary', 'with a content type that cannot be one'],
  ])('200 with %s is no route, and that is said once', async (type, seen) => {
    const url = await serve(
      (_, response) => void response.writeHead(200, { 'content-type': type }).end('<!doctype html>'),
    );
    const examined = await json(url);
    expect(verdict(examined)).toEqual({ found: ['endpoint-not-json'], unknown: others });
    expect(told(examined)['endpoint-route']?.seen).toBe(`status 200, ${seen}`);
  });

  test.each([
    ['in another encoding', Buffer.from('<p>caf\u00e9</p>', 'latin1')],
    ['larger than any session', Buffer.alloc(300_000, '<p>')],
  ])('a page in place of the route, %s', async (_, page) => {
    const url = await serve(
      (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    );
    expect(told(await json(url))['endpoint-route']).toMatchObject({
      code: 'endpoint-not-json',
      seen: 'status 200, with the content type text/html',
    });
  });

  test('JSON that is cut, and JSON under another content type', async () => {
    const cut = await serve(
      (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"session_id":'),
    );
    expect(told(await json(cut))['endpoint-route']).toMatchObject({
      code: 'backend-failed',
      seen: 'status 200, with the content type application/json, and no JSON in it',
    });
    // Pages take it as it is.
    const plain = changed(
      async (answer) =>
        new Response(await answer.text(), {
          status: answer.status,
          headers: { ...Object.fromEntries(answer.headers), 'content-type': 'text/plain' },
        }),
    );
    expect(verdict(await json(await serve(plain))).found).toEqual([]);
  });

  test('a redirect to a sign-in page for those who are not signed in', async () => {
    const inner = toNodeHandler(handler()) as RequestListener;
    const url = await serve((request, response) =>
      request.headers.cookie === undefined && request.method === 'POST'
        ? response.writeHead(302, { location: '/sign-in' }).end()
        : inner(request, response),
    );
    const examined = await json(url);
    expect(verdict(examined).found).toEqual(['endpoint-redirects']);
    expect(told(examined)['endpoint-guard']?.seen).toBe('a redirect, status 302');
  });

  test('a workspace that Meshes does not know is not taken for a route that is not there', async () => {
    const unknown = await json(
      await serve(toNodeHandler(handler({ workspace_id: '00000000-0000-4000-8000-000000000000' })) as RequestListener),
    );
    expect(told(unknown)['endpoint-session']).toMatchObject({
      code: 'not-found',
      seen: 'status 404, unknown-workspace',
    });
  });

  test('is not there at all: that is said once', async () => {
    expect(verdict(await json('http://127.0.0.1:9'))).toEqual({ found: ['backend-unreachable'], unknown: others });
  });

  test('never answers', async () => {
    const examined = await json(await serve(() => {}), ['--timeout', '1']);
    expect(told(examined)['endpoint-route']).toMatchObject({
      code: 'backend-timeout',
      seen: 'no answer within 1 s',
    });
  });
});

describe('a session that pages cannot use', () => {
  type Session = Readonly<Record<string, unknown>>;
  const camelCase = (session: Session) =>
    Object.fromEntries(
      Object.entries(session).map(([name, value]) => [
        name.replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
        value,
      ]),
    );

  test.each<[string, (session: Session) => unknown, string]>([
    ['camelCase', camelCase, 'sessionId came in place of session_id'],
    ['wrapped', (session) => ({ data: session }), 'data.session_id came in place of session_id'],
    [
      'wrapped, and camelCase',
      (session) => ({ result: camelCase(session) }),
      'result.sessionId came in place of session_id',
    ],
    [
      'one field spelled otherwise',
      ({ launch_url, ...session }) => ({ ...session, launchUrl: launch_url }),
      'launchUrl came in place of launch_url',
    ],
    ['without a field', ({ launch_url: _, ...session }) => session, 'launch_url is missing'],
    ['a field of another type', (session) => ({ ...session, launch_url: {} }), 'launch_url is an object'],
    [
      'a wrapper with a strange name',
      (session) => ({ '<canary>': session }),
      '(another field).session_id came in place of session_id',
    ],
    ['a list', (session) => [session], 'a list came in place of an object'],
    ['JSON in JSON', (session) => JSON.stringify(session), 'text that cannot be used came in place of an object'],
    ['a number', () => 7, 'a number came in place of an object'],
  ])('%s: said by names of fields, and what was minted is revoked', async (name, shape, seen) => {
    const change = async (answer: Response) =>
      answer.status === 200
        ? Response.json(shape((await answer.json()) as Session), { headers: answer.headers })
        : answer;
    const examined = await json(await serve(changed(change)));
    expect(verdict(examined).found).toEqual(['session-malformed']);
    expect(told(examined)['endpoint-session']?.seen).toBe(`status 200, and ${seen}`);
    expect(examined.output).not.toContain('canary');
    // What is not there to be seen cannot be revoked by this command.
    for (const id of Object.keys(here.sandbox.stats().sessions))
      if (['a list', 'JSON in JSON', 'a number'].includes(name)) here.sandbox.revokeSession(id);
  });

  test.each<[string, (session: Session) => Session, string, string]>([
    ['a token of another type', () => ({ access_token: {} }), 'token-malformed', 'access_token is an object'],
    ['an empty token', () => ({ access_token: '' }), 'token-malformed', 'access_token is blank text'],
    [
      'a token that is too long',
      () => ({ access_token: 'x'.repeat(9_000) }),
      'token-malformed',
      'access_token is text that cannot be used',
    ],
    [
      'a launch URL by plain http',
      () => ({ launch_url: 'http://embed.example.com/workspace?launch=canary' }),
      'launch-url-refused',
      'its launch_url is no https URL (http:)',
    ],
    [
      'a launch URL that is relative',
      ({ launch_url: url }) => ({ launch_url: new URL(String(url)).pathname }),
      'launch-url-refused',
      'its launch_url is no https URL (not absolute)',
    ],
    [
      'a launch URL with a password',
      () => ({ launch_url: 'https://user:canary@embed.example.com/' }),
      'launch-url-refused',
      'its launch_url is no https URL (user or password)',
    ],
  ])('%s: the code that pages give it', async (_, spoil, code, seen) => {
    const change = async (answer: Response) => {
      if (answer.status !== 200) return answer;
      const good = (await answer.json()) as Session;
      return Response.json({ ...good, ...spoil(good) }, { headers: answer.headers });
    };
    const examined = await json(await serve(changed(change)));
    expect(verdict(examined).found).toEqual([code]);
    expect(told(examined)['endpoint-session']?.seen).toBe(`status 200, and ${seen}`);
    expect(examined.output).not.toContain('canary');
  });

  test('a page that the session may not see: the code that pages give it', async () => {
    const url = await serve(
      (_, response) =>
        void response
          .writeHead(400, { 'content-type': 'application/json' })
          .end(JSON.stringify({ error: { code: 'bad-page', message: 'canary' } })),
    );
    const examined = await json(url);
    expect(new Set(verdict(examined).found)).toEqual(new Set(['page-refused']));
    expect(examined.output).not.toContain('canary');
  });

  test('200 where no one is signed in, and no session in it', async () => {
    const examined = await json(
      await serve(
        (_, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'),
      ),
    );
    expect(told(examined)['endpoint-guard']).toMatchObject({
      code: 'session-malformed',
      seen: 'status 200, though no one is signed in; session_id is missing',
    });
    expect(told(examined)['endpoint-session']?.code).toBe('session-malformed');
  });
});

describe('asked as browsers ask', () => {
  test('3.14: refused where only Origin comes, as where the route compares it with a host that a framework has changed', async () => {
    const inner = handler();
    const strict = toNodeHandler(async (request) =>
      request.headers.has('sec-fetch-site') || request.method === 'OPTIONS'
        ? inner(request)
        : Response.json({}, { status: 403 }),
    );
    const url = await serve(strict as RequestListener);
    const examined = await json(url);
    expect(verdict(examined).found).toEqual(['not-authorized']);
    expect(told(examined)['endpoint-origin-only']).toMatchObject({
      code: 'not-authorized',
      seen: 'status 403 without Sec-Fetch-Site, 200 with it',
    });
    const anonymous = await json(url, []);
    expect(told(anonymous)['endpoint-origin-only']).toMatchObject({
      code: 'not-authorized',
      seen: 'status 403 without Sec-Fetch-Site, 401 with it',
    });
  });

  test("3.14: what is sent: same-origin with the metadata, Origin without it, and a preflight by browsers' rules", async () => {
    const asked: Headers[] = [];
    const inner = toNodeHandler(handler()) as RequestListener;
    const url = await serve((request, response) => {
      asked.push(new Headers({ method: request.method ?? '', ...(request.headers as Record<string, string>) }));
      inner(request, response);
    });
    await json(url, ['--origin', url, ...signedIn]);
    const own = asked.filter((headers) => headers.get('origin') === url);
    expect(own.map((headers) => headers.get('sec-fetch-site'))).toEqual(['same-origin', 'same-origin', null]);
    asked.length = 0;
    await json(url);
    const [preflight] = asked.filter(
      (headers) => headers.get('method') === 'OPTIONS' && headers.get('origin') === pagesOrigin,
    );
    expect(preflight?.get('access-control-request-method')).toBe('POST');
    expect(preflight?.get('access-control-request-headers')).toBe(
      'authorization,content-type,traceparent,x-csrf-token',
    );
    expect(preflight?.has('cookie')).toBe(false);
  });

  const answers: Record<string, string> = {
    'access-control-allow-origin': pagesOrigin,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': preflightHeaders,
  };

  test.each<[string, number, Record<string, string>, string, string]>([
    ['a framework answers in its own way', 204, {}, 'backend-unreachable', 'no Access-Control-Allow-Origin'],
    [
      'one header is missing',
      204,
      { ...answers, 'access-control-allow-headers': 'content-type, authorization' },
      'backend-unreachable',
      'lacks traceparent, x-csrf-token',
    ],
    [
      'any header, which does not hold with cookies',
      204,
      { ...answers, 'access-control-allow-headers': '*' },
      'backend-unreachable',
      'lacks authorization, content-type',
    ],
    [
      'any origin',
      200,
      { ...answers, 'access-control-allow-origin': '*' },
      'backend-unreachable',
      'is *, which does not hold with cookies',
    ],
    [
      'another origin',
      200,
      { ...answers, 'access-control-allow-origin': 'https://canary.example.com' },
      'backend-unreachable',
      'names another origin',
    ],
    [
      'no cookies',
      200,
      { 'access-control-allow-origin': pagesOrigin, 'access-control-allow-headers': preflightHeaders },
      'backend-unreachable',
      'no Access-Control-Allow-Credentials',
    ],
    ['no OPTIONS', 405, {}, 'endpoint-missing', 'the preflight gets status 405'],
    ['not there', 404, {}, 'endpoint-missing', 'the preflight gets status 404'],
    ['a sign-in before the handler', 401, {}, 'not-authorized', 'the preflight gets status 401'],
    ['a redirect', 302, { location: '/sign-in' }, 'endpoint-redirects', 'the preflight gets status 302'],
    ['refused', 400, {}, 'endpoint-refuses', 'the preflight gets status 400'],
    ['failed', 500, {}, 'backend-failed', 'the preflight gets status 500'],
  ])('a preflight: %s', async (_, status, headers, code, seen) => {
    const inner = toNodeHandler(handler()) as RequestListener;
    const url = await serve((request, response) =>
      request.method === 'OPTIONS' && request.headers.origin === pagesOrigin
        ? response.writeHead(status, headers).end()
        : inner(request, response),
    );
    const examined = await json(url);
    expect(verdict(examined).found).toEqual([code]);
    expect(told(examined)['endpoint-preflight']).toMatchObject({ code, seen: expect.stringContaining(seen) });
    expect(examined.output).not.toContain('canary');
  });
});
