import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { endpointSource } from '../../src/embed/endpoint.ts';
import { failureOf } from '../../src/embed/failure.ts';
import type { EmbedSettings } from '../../src/embed/options.ts';

const session = { session_id: 'session-1', access_token: 'token-1', launch_url: 'https://embed.example/' };
const { signal } = new AbortController();
const answers: Response[] = [];
const asked = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>(
  async () => answers.shift() ?? Response.json(session),
);

const fetchOf = (endpoint: string | URL, more: EmbedSettings = {}) =>
  endpointSource(() => ({ endpoint, ...more })).fetchSession({ page: 'rules', reason: 'mount', signal });
const rejectionOf = (endpoint: string, more?: EmbedSettings): Promise<unknown> =>
  fetchOf(endpoint, more).then(
    () => expect.unreachable(),
    (error: unknown) => error,
  );

beforeEach(() => {
  answers.length = 0;
  asked.mockClear();
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('document', { baseURI: 'https://host.example/app/page' });
});
afterEach(() => vi.unstubAllGlobals());

test('a mint: a POST of the page only, as contract §2 lets the browser choose nothing else', async () => {
  expect(await fetchOf('/api/meshes')).toEqual(session);
  const [url, init] = asked.mock.lastCall!;
  expect(url.href).toBe('https://host.example/api/meshes/sessions');
  expect(init).toMatchObject({ method: 'POST', credentials: 'include', redirect: 'manual', cache: 'no-store', signal });
  expect(JSON.parse(init.body as string)).toEqual({ page: 'rules' });
  expect(new Headers(init.headers).get('content-type')).toBe('application/json');
});

test.each([
  ['/api/meshes/', 'https://host.example/api/meshes/sessions'],
  ['/api/meshes///', 'https://host.example/api/meshes/sessions'],
  ['api', 'https://host.example/app/api/sessions'],
  ['https://backend.example/meshes', 'https://backend.example/meshes/sessions'],
  [new URL('https://backend.example'), 'https://backend.example/sessions'],
  ['/api?tenant=7', 'https://host.example/api/sessions?tenant=7'],
])('the endpoint %s', async (endpoint, expected) => {
  await fetchOf(endpoint);
  expect(asked.mock.lastCall![0].href).toBe(expected);
});

test('without an endpoint nothing is asked for, which may pass', async () => {
  const source = endpointSource(() => ({}));
  const error: unknown = await source
    .fetchSession({ page: 'rules', reason: 'mount', signal })
    .catch((one: unknown) => one);
  expect(failureOf(error, false)).toMatchObject({ final: false, problem: { code: 'source-missing' } });
  expect(asked).not.toHaveBeenCalled();
});

test('where it asked last is known from then on', async () => {
  const source = endpointSource(() => ({ endpoint: '/api?tenant=7' }));
  expect(source.address()).toBeUndefined();
  await source.fetchSession({ page: 'rules', reason: 'mount', signal });
  expect(source.address()).toBe('https://host.example/api?tenant=7');
});

describe('a refresh', () => {
  const refresh = (source: ReturnType<typeof endpointSource>, sessionId = 'session-1') =>
    source.refreshSession({ sessionId, reason: 'asked', signal });
  const bodyOf = (call: number): unknown => JSON.parse(asked.mock.calls[call]![1].body as string);

  test('carries the grant of the session, and the newer one from then on', async () => {
    const source = endpointSource(() => ({ endpoint: '/api' }));
    answers.push(Response.json({ ...session, grant: 'grant-1' }), Response.json({ ...session, grant: 'grant-2' }));
    await source.fetchSession({ page: 'dashboard', reason: 'mount', signal });
    await refresh(source);
    await refresh(source);
    expect(asked.mock.lastCall![0].pathname).toBe('/api/sessions/session-1/refresh');
    expect([bodyOf(1), bodyOf(2)]).toEqual([{ grant: 'grant-1' }, { grant: 'grant-2' }]);
  });

  test('keeps a grant that was not renewed, and gives none to another session', async () => {
    const source = endpointSource(() => ({ endpoint: '/api' }));
    answers.push(Response.json({ ...session, grant: 'grant-1' }));
    await source.fetchSession({ page: 'dashboard', reason: 'mount', signal });
    await refresh(source);
    await refresh(source);
    await refresh(source, 'session-2');
    expect([bodyOf(2), bodyOf(3)]).toEqual([{ grant: 'grant-1' }, {}]);
  });

  test('1.9l: grants of sessions gone by are not kept', async () => {
    const source = endpointSource(() => ({ endpoint: '/api' }));
    for (let number = 1; number <= 20; number += 1) {
      answers.push(Response.json({ ...session, session_id: `session-${number}`, grant: `grant-${number}` }));
      await source.fetchSession({ page: 'dashboard', reason: 'relaunch', signal });
    }
    answers.push(Response.json({ ...session, session_id: 'session-13' }));
    await refresh(source, 'session-13');
    await refresh(source, 'session-12');
    expect([bodyOf(20), bodyOf(21)]).toEqual([{ grant: 'grant-13' }, {}]);
  });

  test('a session id is one step of the path, whatever is in it', async () => {
    await refresh(
      endpointSource(() => ({ endpoint: '/api' })),
      '../../admin?x#y',
    );
    expect(asked.mock.lastCall![0].href).toBe('https://host.example/api/sessions/..%2F..%2Fadmin%3Fx%23y/refresh');
  });
});

describe('answers that are no success', () => {
  test.each([401, 404, 409, 500, 503])('%d rejects with its status, and nothing of its body', async (status) => {
    answers.push(Response.json({ error: { message: 'canary' } }, { status }));
    const error: unknown = await fetchOf('/api').catch((reason: unknown) => reason);
    expect(error).toMatchObject({ status });
    expect(inspect(error)).not.toContain('canary');
  });

  test.each([
    ['7', 7_000],
    ['0', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['9999999999', 86_400_000],
    ['', undefined],
  ])('Retry-After %j is %s', async (header, expected) => {
    answers.push(new Response(null, { status: 503, headers: { 'retry-after': header } }));
    const error = await fetchOf('/api').catch((reason: unknown) => reason as { retryAfterMs?: number });
    expect((error as { retryAfterMs?: number }).retryAfterMs).toBe(expected);
  });

  test('Retry-After as a date', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-11-23T12:00:00Z'), toFake: ['Date'] });
    try {
      answers.push(new Response(null, { status: 503, headers: { 'retry-after': 'Mon, 23 Nov 2026 12:00:30 GMT' } }));
      await expect(fetchOf('/api')).rejects.toMatchObject({ retryAfterMs: 30_000 });
      answers.push(new Response(null, { status: 503, headers: { 'retry-after': 'Mon, 23 Nov 2026 11:00:00 GMT' } }));
      await expect(fetchOf('/api')).rejects.toMatchObject({ retryAfterMs: 0 });
      answers.push(
        new Response(null, {
          status: 503,
          headers: { 'retry-after': 'Mon, 23 Nov 2026 15:00:30 GMT', date: 'Mon, 23 Nov 2026 15:00:00 GMT' },
        }),
      );
      await expect(fetchOf('/api')).rejects.toMatchObject({ retryAfterMs: 30_000 });
    } finally {
      vi.useRealTimers();
    }
  });
});

const opaqueRedirect = new Proxy(new Response(''), {
  get: (target, name) =>
    name === 'type'
      ? 'opaqueredirect'
      : name === 'status'
        ? 0
        : name === 'text'
          ? () => target.text()
          : Reflect.get(target, name, target),
});
const html = { 'content-type': 'text/html; charset=utf-8' };
const json = { 'content-type': 'application/json' };

describe('2.1, 2.2, 2.3: each class of answers has a code of its own, and is tried again only where that can help', () => {
  test.each<[string, Response, string, boolean, string]>([
    ['a redirect', opaqueRedirect, 'endpoint-redirects', true, 'a redirect'],
    [
      'a redirect outside of a browser',
      new Response(null, { status: 302, headers: { location: '/sign-in' } }),
      'endpoint-redirects',
      true,
      'status 302',
    ],
    [
      '404 of a web server',
      new Response('<h1>Not found</h1>', { status: 404, headers: html }),
      'endpoint-missing',
      true,
      'status 404',
    ],
    [
      '404 of the handler',
      Response.json({ error: { code: 'not-found', message: 'x' } }, { status: 404 }),
      'not-found',
      true,
      'status 404',
    ],
    ['405', new Response(null, { status: 405 }), 'endpoint-missing', true, 'status 405'],
    ['501', new Response(null, { status: 501 }), 'endpoint-missing', true, 'status 501'],
    ['400', Response.json({ error: { code: 'bad-body' } }, { status: 400 }), 'endpoint-refuses', true, 'status 400'],
    ['413', new Response(null, { status: 413 }), 'endpoint-refuses', true, 'status 413'],
    ['415', new Response(null, { status: 415 }), 'endpoint-refuses', true, 'status 415'],
    ['419', new Response(null, { status: 419 }), 'endpoint-refuses', true, 'status 419'],
    [
      'a page the session may not see',
      Response.json({ error: { code: 'bad-page' } }, { status: 400 }),
      'page-refused',
      true,
      '',
    ],
    ['401', Response.json({ error: { code: 'unauthorized' } }, { status: 401 }), 'not-authorized', true, 'status 401'],
    ['403', new Response(null, { status: 403 }), 'not-authorized', true, 'status 403'],
    ['409', new Response(null, { status: 409 }), 'endpoint-refuses', true, 'status 409'],
    ['408', new Response(null, { status: 408 }), 'backend-failed', false, 'status 408'],
    ['429', new Response(null, { status: 429 }), 'backend-failed', false, 'status 429'],
    ['500', new Response('<h1>Error</h1>', { status: 500, headers: html }), 'backend-failed', false, 'status 500'],
    ['503', new Response(null, { status: 503 }), 'backend-failed', false, 'status 503'],
    [
      'a page',
      new Response('<!doctype html><p>Sign in</p>', { headers: html }),
      'endpoint-not-json',
      true,
      'got text/html',
    ],
    ['nothing', new Response(null, { status: 204 }), 'endpoint-not-json', true, 'got no content'],
    [
      'a content type that can be none',
      new Response('canary', { headers: { 'content-type': 'canary canary' } }),
      'endpoint-not-json',
      true,
      'got text without a type',
    ],
    [
      'another path of the handler',
      Response.json({ error: { code: 'unknown-route' } }, { status: 404 }),
      'endpoint-missing',
      true,
      'status 404',
    ],
    [
      'JSON that was cut',
      new Response('{"session_id":"a', { headers: json }),
      'backend-failed',
      false,
      'status 200, incomplete JSON',
    ],
    [
      'JSON that is no session',
      Response.json({ ok: true }),
      'session-malformed',
      true,
      'session_id cannot be used: got undefined among ok',
    ],
    [
      'camelCase',
      Response.json({ sessionId: 'canary', accessToken: 'canary' }),
      'session-malformed',
      true,
      'session_id cannot be used: got undefined among sessionId, accessToken',
    ],
    [
      'a session in a wrapping',
      Response.json({ data: session }),
      'session-malformed',
      true,
      'session_id cannot be used: got undefined among data',
    ],
    ['a list', Response.json([session]), 'session-malformed', true, 'session cannot be used: got array'],
    ['null', Response.json(null), 'session-malformed', true, 'session cannot be used: got null'],
    [
      'a page that is called JSON',
      new Response('<!doctype html>canary', { headers: json }),
      'endpoint-not-json',
      true,
      'got application/json that is not JSON',
    ],
    [
      'nothing that is called JSON, as WebKit gives where a line was cut at once',
      new Response('', { headers: json }),
      'backend-failed',
      false,
      'status 200, incomplete JSON',
    ],
    [
      'spaces, and JSON that was cut',
      new Response('\n {"session_id":"canary', { headers: json }),
      'backend-failed',
      false,
      'status 200, incomplete JSON',
    ],
  ])('%s', async (_name, answer, code, final, seen) => {
    answers.push(answer);
    const failure = failureOf(await rejectionOf('/api'), false);
    expect(failure).toMatchObject({ final, problem: { code } });
    expect(failure.problem.seen ?? '').toBe(seen);
    expect(inspect(failure)).not.toContain('canary');
  });

  test('2.4: a line that is cut in mid-answer is the network', async () => {
    answers.push(
      new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('network error')) }), {
        headers: json,
      }),
    );
    expect(failureOf(await rejectionOf('/api'), false)).toMatchObject({
      final: false,
      problem: { code: 'backend-unreachable' },
    });
  });

  test('no answer to a refresh ends what is in use, but one that ends its session', () => {
    for (const status of [400, 405, 413, 302, 501]) expect(failureOf({ status }, true).final).toBe(false);
    expect(failureOf({ status: 409 }, true).final).toBe(true);
  });
});

describe('what goes with a call', () => {
  const headersOf = (call = 0): Headers => new Headers(asked.mock.calls[call]![1].headers);

  test('headers, an object', async () => {
    await fetchOf('/api', {
      headers: { authorization: 'Bearer one', 'X-CSRF-Token': 'two', 'content-type': 'text/plain' },
    });
    expect(Object.fromEntries(headersOf())).toEqual({
      authorization: 'Bearer one',
      'x-csrf-token': 'two',
      'content-type': 'application/json',
    });
  });

  test.each([null, undefined])('2.7: headers, a function that has none to give: %s', async (none) => {
    await fetchOf('/api', { headers: () => none as never });
    expect(Object.fromEntries(headersOf())).toEqual({ 'content-type': 'application/json' });
  });

  test('2.7: headers, a function that is asked at each call, async too', async () => {
    let calls = 0;
    const headers = async () => ({ authorization: `Bearer ${(calls += 1)}` });
    const source = endpointSource(() => ({ endpoint: '/api', headers }));
    await source.fetchSession({ page: 'dashboard', reason: 'mount', signal });
    await source.refreshSession({ sessionId: 'session-1', reason: 'asked', signal });
    await source.revokeSession({ sessionId: 'session-1' });
    expect([0, 1, 2].map((call) => headersOf(call).get('authorization'))).toEqual(['Bearer 1', 'Bearer 2', 'Bearer 3']);
  });

  test('a value that no header can have is refused by the name of the option', async () => {
    const error = await rejectionOf('/api', { headers: { authorization: 'canary ü€' } });
    expect(error).toMatchObject({
      code: 'bad-option',
      message: 'headers: expected what HTTP allows [bad-option]',
    });
    expect(failureOf(error, false)).toMatchObject({ final: true, problem: { code: 'host-function-threw' } });
    expect(asked).not.toHaveBeenCalled();
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['JSON', { session_id: 'canary' }],
    ['an answer of axios', { status: 200, headers: new Headers(), data: session }],
  ])(
    'a client in place of fetch that gives no Response, but %s, is refused by the name of the option',
    async (_name, value) => {
      const error = await rejectionOf('/api', { fetch: () => Promise.resolve(value as Response) });
      expect(error).toMatchObject({ code: 'bad-option', message: expect.stringMatching(/^fetch: .+ \[bad-option\]$/) });
      expect(failureOf(error, false)).toMatchObject({ final: true, problem: { code: 'host-function-threw' } });
    },
  );

  test.each(['http://', 'https://host:port/api', 'file:///app/api'])(
    'an endpoint that no route can have (%s) is told as one, and asked for nothing',
    async (endpoint) => {
      expect(failureOf(await rejectionOf(endpoint), false)).toMatchObject({
        final: true,
        problem: { code: 'endpoint-missing', seen: 'endpoint is no address' },
      });
      expect(asked).not.toHaveBeenCalled();
    },
  );

  test('2.5: a function that rejects with a status is read as an answer', async () => {
    const headers = () => Promise.reject(Object.assign(new Error('canary'), { status: 401 }));
    expect(failureOf(await rejectionOf('/api', { headers }), false)).toMatchObject({
      final: true,
      problem: { code: 'not-authorized' },
    });
  });

  test('credentials', async () => {
    await fetchOf('/api', { credentials: 'omit' });
    expect(asked.mock.lastCall![1].credentials).toBe('omit');
  });

  test("the page's own client in place of fetch, called without a receiver", async () => {
    const client = vi.fn<(this: unknown, url: URL, init: RequestInit) => Promise<Response>>(function () {
      expect(this).toBeUndefined();
      return Promise.resolve(Response.json(session));
    });
    await fetchOf('/api', { fetch: client });
    expect(client).toHaveBeenCalledOnce();
    expect(asked).not.toHaveBeenCalled();
  });

  test('a relative endpoint is resolved once, whatever route the page goes to', async () => {
    let endpoint = 'api';
    const source = endpointSource(() => ({ endpoint }));
    const mint = () => source.fetchSession({ page: 'dashboard', reason: 'mount', signal });
    await mint();
    vi.stubGlobal('document', { baseURI: 'https://host.example/elsewhere/deep/' });
    await mint();
    expect(asked.mock.calls.map(([url]) => url.pathname)).toEqual(['/app/api/sessions', '/app/api/sessions']);
    endpoint = 'other';
    await mint();
    expect(asked.mock.lastCall![0].pathname).toBe('/elsewhere/deep/other/sessions');
  });
});

test('the end of a session: a DELETE that outlives the page, once, with the grant', async () => {
  const source = endpointSource(() => ({ endpoint: '/api' }));
  answers.push(Response.json({ ...session, grant: 'grant-1' }));
  await source.fetchSession({ page: 'dashboard', reason: 'mount', signal });
  await source.revokeSession({ sessionId: 'session-1' });
  await source.revokeSession({ sessionId: 'session-1' });
  await source.revokeSession({ sessionId: 'never-minted' });
  expect(asked).toHaveBeenCalledTimes(2);
  const [url, init] = asked.mock.lastCall!;
  expect(url.pathname).toBe('/api/sessions/session-1');
  expect(init).toMatchObject({ method: 'DELETE', keepalive: true, body: '{"grant":"grant-1"}' });
});

test('what fetch rejects with is passed on', async () => {
  asked.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(fetchOf('/api')).rejects.toThrow('Failed to fetch');
});

test('what fetch rejects with is passed on where there is no MessageChannel, as in the jsdom of Jest', async () => {
  vi.stubGlobal('MessageChannel', undefined);
  asked.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(failureOf(await rejectionOf('/api'), false)).toMatchObject({
    final: false,
    problem: { code: 'backend-unreachable' },
  });
});
