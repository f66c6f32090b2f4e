import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { endpointSource } from '../../src/embed/endpoint.ts';

const session = { session_id: 'session-1', access_token: 'token-1', launch_url: 'https://embed.example/' };
const { signal } = new AbortController();
const answers: Response[] = [];
const asked = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>(async () => answers.shift() ?? Response.json(session));

const fetchOf = (endpoint: string | URL) => endpointSource(() => endpoint).fetchSession({ page: 'rules', reason: 'mount', signal });

beforeEach(() => {
  answers.length = 0;
  asked.mockClear();
  vi.stubGlobal('fetch', asked);
  vi.stubGlobal('document', { baseURI: 'https://host.example/app/page' });
});
afterEach(() => vi.unstubAllGlobals());

test('a mint: a POST of the page alone, as contract §2 lets the browser choose nothing else', async () => {
  expect(await fetchOf('/api/meshes')).toEqual(session);
  const [url, init] = asked.mock.lastCall!;
  expect(url.href).toBe('https://host.example/api/meshes/sessions');
  expect(init).toMatchObject({ method: 'POST', credentials: 'include', redirect: 'error', cache: 'no-store', signal });
  expect(JSON.parse(init.body as string)).toEqual({ page: 'rules' });
  expect(new Headers(init.headers).get('content-type')).toBe('application/json');
});

test.each([
  ['/api/meshes/', 'https://host.example/api/meshes/sessions'],
  ['api', 'https://host.example/app/api/sessions'],
  ['https://backend.example/meshes', 'https://backend.example/meshes/sessions'],
  [new URL('https://backend.example'), 'https://backend.example/sessions'],
  ['/api?tenant=7', 'https://host.example/api/sessions?tenant=7'],
])('the endpoint %s', async (endpoint, expected) => {
  await fetchOf(endpoint);
  expect(asked.mock.lastCall![0].href).toBe(expected);
});

describe('a refresh', () => {
  const refresh = (source: ReturnType<typeof endpointSource>, sessionId = 'session-1') => source.refreshSession({ sessionId, reason: 'asked', signal });
  const bodyOf = (call: number): unknown => JSON.parse(asked.mock.calls[call]![1].body as string);

  test('carries the grant of the session, and the newer one from then on', async () => {
    const source = endpointSource(() => '/api');
    answers.push(Response.json({ ...session, grant: 'grant-1' }), Response.json({ ...session, grant: 'grant-2' }));
    await source.fetchSession({ page: 'dashboard', reason: 'mount', signal });
    await refresh(source);
    await refresh(source);
    expect(asked.mock.lastCall![0].pathname).toBe('/api/sessions/session-1/refresh');
    expect([bodyOf(1), bodyOf(2)]).toEqual([{ grant: 'grant-1' }, { grant: 'grant-2' }]);
  });

  test('keeps a grant that was not renewed, and gives none to another session', async () => {
    const source = endpointSource(() => '/api');
    answers.push(Response.json({ ...session, grant: 'grant-1' }));
    await source.fetchSession({ page: 'dashboard', reason: 'mount', signal });
    await refresh(source);
    await refresh(source);
    await refresh(source, 'session-2');
    expect([bodyOf(2), bodyOf(3)]).toEqual([{ grant: 'grant-1' }, {}]);
  });

  test('a session id is one step of the path, whatever is in it', async () => {
    await refresh(endpointSource(() => '/api'), '../../admin?x#y');
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
    } finally {
      vi.useRealTimers();
    }
  });
});

test.each([
  ['HTML', new Response('<!doctype html><p>Sign in</p>', { headers: { 'content-type': 'text/html' } })],
  ['nothing', new Response(null, { status: 204 })],
  ['JSON that was cut', new Response('{"session_id":"a')],
  ['JSON that is no session', Response.json({ ok: true })],
])('%s is no session', async (_name, answer) => {
  answers.push(answer);
  await expect(fetchOf('/api')).rejects.toMatchObject({ code: 'bad-session' });
});

test('what fetch rejects with is passed on', async () => {
  asked.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  await expect(fetchOf('/api')).rejects.toThrow('Failed to fetch');
});
