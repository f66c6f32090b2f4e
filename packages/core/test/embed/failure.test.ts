import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/embed/failure.ts';
import { EndpointError } from '../../src/embed/rejection.ts';
import { parseLaunchSession, parseRefreshedSession } from '../../src/session/index.ts';

const canary = 'canary-7f3a';
const rejection = (call: () => unknown): unknown => {
  try {
    return call();
  } catch (error) {
    return error;
  }
};

test.each([
  [401, 'not-authorized', true],
  [403, 'not-authorized', true],
  [404, 'not-found', true],
  // Only of a session in use can it be said that it was ended.
  [409, 'endpoint-refuses', true],
  [410, 'endpoint-refuses', true],
  [400, 'endpoint-refuses', true],
  [302, 'endpoint-redirects', true],
  [405, 'endpoint-missing', true],
  [415, 'endpoint-refuses', true],
  [501, 'endpoint-missing', true],
  [408, 'backend-failed', false],
  [429, 'backend-failed', false],
  [500, 'backend-failed', false],
  [502, 'backend-failed', false],
  [503, 'backend-failed', false],
])('2.2: status %d of a launch is %s, final: %s', (status, code, final) => {
  const failure = failureOf(Object.assign(new Error(canary), { status }), false);
  expect(failure).toMatchObject({ final, problem: { code } });
  expect(failure.problem.seen).toContain(String(status));
});

test.each([
  [401, 'refresh-refused', false],
  [403, 'refresh-refused', true],
  [404, 'refresh-refused', false],
  [409, 'session-revoked', true],
  [410, 'refresh-refused', false],
  [503, 'backend-failed', false],
])('status %d of a refresh is %s, final: %s', (status, code, final) => {
  expect(failureOf({ status }, true)).toMatchObject({ final, problem: { code } });
});

test('a page that the session may not see is told by its code, whatever the status', () => {
  expect(failureOf({ status: 400, code: 'bad-page' }, false)).toMatchObject({
    final: true,
    problem: { code: 'page-refused' },
  });
  expect(failureOf({ status: 400, code: 'other' }, false)).toMatchObject({
    final: true,
    problem: { code: 'endpoint-refuses' },
  });
});

test.each(['', '  ', 7, undefined, 'x'.repeat(8_193)])(
  'C7: a token of no use (%#) is distinguished from what is no session',
  (access_token) => {
    const session = {
      session_id: 'session',
      access_token,
      launch_url: 'https://embed.example/workspace/dashboard?launch=x',
    };
    expect(
      failureOf(
        rejection(() => parseLaunchSession(session)),
        false,
      ),
    ).toMatchObject({ final: true, problem: { code: 'token-malformed' } });
  },
);

/** How the browsers and the usual clients reject. */
const axiosError = (more: object): Error => Object.assign(new Error('Request failed'), { name: 'AxiosError' }, more);

test.each<[string, unknown, string]>([
  ['status as text', { status: '401' }, 'not-authorized'],
  ['statusCode', { statusCode: 403 }, 'not-authorized'],
  ['axios', axiosError({ response: { status: 401, data: canary }, code: 'ERR_BAD_REQUEST' }), 'not-authorized'],
  [
    'ky',
    Object.assign(new Error(canary), { name: 'HTTPError', response: new Response(null, { status: 409 }) }),
    'endpoint-refuses',
  ],
  ['a thrown Response', new Response(null, { status: 404 }), 'not-found'],
  [
    'tRPC',
    Object.assign(new Error(canary), { name: 'TRPCClientError', data: { code: 'UNAUTHORIZED', httpStatus: 401 } }),
    'not-authorized',
  ],
  [
    'Supabase functions',
    Object.assign(new Error(canary), {
      name: 'FunctionsHttpError',
      context: new Response(null, { status: 403, headers: { 'retry-after': '7' } }),
    }),
    'not-authorized',
  ],
])('2.5: a status is found in %s', (_name, error, code) => {
  expect(failureOf(error, false)).toMatchObject({ final: true, problem: { code } });
});

test.each<[string, unknown, number | undefined]>([
  ['a thrown Response', new Response(null, { status: 503, headers: { 'retry-after': '7' } }), 7_000],
  ['ky', { response: new Response(null, { status: 429, headers: { 'retry-after': '3' } }) }, 3_000],
  ['axios', { response: { status: 503, headers: new Headers({ 'retry-after': '5' }) } }, 5_000],
  ['plain headers', { response: { status: 503, headers: { 'retry-after': '5' } } }, undefined],
])('Retry-After is found in %s', (_name, error, expected) => {
  expect(failureOf(error, false).retryAfterMs).toBe(expected);
});

test.each<[string, unknown]>([
  ['Chromium', new TypeError('Failed to fetch')],
  ['Firefox', new TypeError('NetworkError when attempting to fetch resource.')],
  ['WebKit', new TypeError('Load failed')],
  ['WebKit, offline', new TypeError('The Internet connection appears to be offline.')],
  ['Chromium, cut', new TypeError('network error')],
  ['Firefox, cut', new TypeError('Error in input stream')],
  ['Node', new TypeError('fetch failed')],
  ['axios', axiosError({ code: 'ERR_NETWORK' })],
  ['ofetch', Object.assign(new Error('no response'), { name: 'FetchError', cause: new TypeError('Failed to fetch') })],
  ['a wrapped error', new Error('mint', { cause: new TypeError('Failed to fetch') })],
])('the network is told by how %s words it', (_name, error) => {
  expect(failureOf(error, false)).toEqual({ problem: { code: 'backend-unreachable' }, final: false });
});

test.each<[string, unknown]>([
  ['fetch', new DOMException('slow', 'TimeoutError')],
  ['a call that the page itself gave up, as by a timer', new DOMException('gone', 'AbortError')],
  [
    'ofetch',
    Object.assign(new Error('<no response>'), { name: 'FetchError', cause: new DOMException('slow', 'TimeoutError') }),
  ],
  ['axios, given up', axiosError({ code: 'ERR_CANCELED' })],
  ['axios', axiosError({ code: 'ECONNABORTED' })],
])('a deadline of the page itself is told as one (%s)', (_name, error) => {
  expect(failureOf(error, false)).toMatchObject({ final: false, problem: { code: 'backend-timeout' } });
});

test.each([
  ['Unexpected end of JSON input', 'backend-failed', false],
  ["Expected ',' or '}' after property value in JSON at position 8", 'backend-failed', false],
  ['JSON.parse: unterminated string at line 1 column 2 of the JSON data', 'backend-failed', false],
  ['JSON Parse error: Unexpected EOF', 'backend-failed', false],
  [`Unexpected token '<', "<p>${canary}" is not valid JSON`, 'endpoint-not-json', true],
  ['JSON.parse: unexpected character at line 1 column 1 of the JSON data', 'endpoint-not-json', true],
  ["JSON Parse error: Unrecognized token '<'", 'endpoint-not-json', true],
])('an answer that the page cannot parse (%s) is %s, final: %s, and its text goes nowhere', (message, code, final) => {
  const failure = failureOf(new SyntaxError(message), false);
  expect(failure).toMatchObject({ final, problem: { code } });
  expect(failure.problem.cause).toBeUndefined();
});

test.each<[unknown, boolean]>([
  [new TypeError("Cannot read properties of undefined (reading 'id')"), true],
  [new TypeError("Failed to execute 'fetch' on 'Window': Illegal invocation"), true],
  [new TypeError('fetchToken is not a function'), true],
  [new ReferenceError('config is not defined'), true],
  [new SyntaxError('Unexpected token <'), true],
  [new Error(canary), false],
  [undefined, false],
  [null, false],
  ['text', false],
  [7, false],
  [{}, false],
  [{ status: Number.NaN }, false],
])('what the function of the page throws is told as its own, and a mistake in code is final (%s)', (error, final) => {
  const failure = failureOf(error, false);
  expect(failure).toMatchObject({ final, problem: { code: 'host-function-threw' } });
  expect(failure.problem.cause).toBe(error);
  expect(failure.problem.seen).toBe(final ? (error as Error).name : undefined);
  expect(failureOf(error, true).final).toBe(false);
});

test.each([
  // Angular's client, and those over XMLHttpRequest, have the status 0 where no answer came.
  [Object.assign(new Error(canary), { name: 'HttpErrorResponse', status: 0 }), 'backend-unreachable'],
  [{ status: 0, statusText: 'error', readyState: 0 }, 'backend-unreachable'],
  [{ status: 0, statusText: 'timeout', readyState: 0 }, 'backend-timeout'],
  [Response.error(), 'backend-unreachable'],
])('the status 0 is no answer: %s is %s', (error, code) => {
  expect(failureOf(error, false)).toMatchObject({ final: false, problem: { code } });
});

test('a Response that a redirect stopped at is one', () => {
  const response = Object.defineProperty(Response.error(), 'type', { value: 'opaqueredirect' });
  expect(failureOf(response, false)).toMatchObject({
    final: true,
    problem: { code: 'endpoint-redirects', seen: 'a redirect' },
  });
});

test('a refresh that brings no session or no token may pass: the session in use has its own', () => {
  const failure = (answer: unknown) =>
    failureOf(
      rejection(() => parseRefreshedSession(answer)),
      true,
    );
  expect(failure('<!doctype html>')).toMatchObject({ final: false, problem: { code: 'session-malformed' } });
  expect(failure({ session_id: 'session' })).toMatchObject({ final: false, problem: { code: 'token-malformed' } });
});

test('what is no session, and a launch URL that must not be used, are final', () => {
  expect(
    failureOf(
      rejection(() => parseLaunchSession({})),
      false,
    ),
  ).toMatchObject({ final: true, problem: { code: 'session-malformed' } });
  expect(failureOf(new EndpointError('launch-url-refused', { seen: 'javascript:' }), false)).toMatchObject({
    final: true,
    problem: { code: 'launch-url-refused', seen: 'javascript:' },
  });
});

describe('how long to wait', () => {
  test.each([
    [5_000, 5_000],
    [0, 0],
    [-1, 0],
    [1e12, 86_400_000],
    [Number.NaN, undefined],
    [Infinity, undefined],
    ['5000', undefined],
    [undefined, undefined],
  ])('%s becomes %s', (retryAfterMs, expected) => {
    expect(failureOf({ status: 503, retryAfterMs }, true).retryAfterMs).toBe(expected);
  });
});

test('E2: the text of an error goes nowhere', () => {
  const errors = [
    new Error(canary),
    Object.assign(new Error(canary), { status: 500, cause: canary, body: canary }),
    canary,
    { message: canary },
  ];
  for (const error of errors) {
    const failure = failureOf(error, false);
    // The thrown object itself is the page's own, and goes back to the page only.
    expect(inspect({ ...failure, problem: { ...failure.problem, cause: null } }, { depth: 9 })).not.toContain(canary);
  }
});

describe('2.5: to the letter', () => {
  const codeOf = (error: unknown, refreshing = false): string => failureOf(error, refreshing).problem.code;

  test('a status has three digits', () => {
    expect(failureOf({ status: 100 }, false)).toMatchObject({ final: false, problem: { code: 'backend-failed' } });
    expect(codeOf({ status: 99 })).toBe('host-function-threw');
    expect(failureOf({ status: 100 }, false).problem.seen).toBe('status 100');
  });

  test('who is not signed in reads so, and no one else', () => {
    expect([401, 403, 404, 500].map((status) => failureOf({ status }, false).problem.userText)).toEqual([
      'signedOut',
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(['backend-failed', 'backend-unreachable', 'backend-timeout', 'source-missing', 'token-unchanged'] as const)(
    '%s may pass',
    (code) => {
      expect(failureOf(new EndpointError(code), false)).toMatchObject({ final: false, problem: { code } });
    },
  );

  test.each(['TypeError', 'ReferenceError', 'SyntaxError', 'RangeError', 'MeshesEmbedError'])(
    '%s is a mistake in code, which a further try makes again',
    (name) => {
      const error = Object.assign(new Error('made'), { name });
      expect(failureOf(error, false)).toMatchObject({
        final: true,
        problem: { code: 'host-function-threw', seen: name },
      });
      expect(failureOf(error, true).final).toBe(false);
    },
  );

  test('a deadline is told by its whole name, or by its code', () => {
    for (const name of ['TimeoutError', 'AbortError']) expect(codeOf({ name })).toBe('backend-timeout');
    for (const name of ['MyTimeoutError', 'TimeoutErrors', 'AbortErrors'])
      expect(codeOf({ name })).toBe('host-function-threw');
    for (const code of ['ETIMEDOUT', 'ECONNABORTED', 'ERR_CANCELED']) expect(codeOf({ code })).toBe('backend-timeout');
  });

  test('the network is told by how a message begins, and of a TypeError only', () => {
    expect(codeOf(new TypeError('failed to fetch the user: id is undefined'))).toBe('backend-unreachable');
    expect(codeOf(new TypeError('id is undefined, so it failed to fetch'))).toBe('host-function-threw');
    expect(codeOf(new Error('Failed to fetch'))).toBe('host-function-threw');
    expect(codeOf({ name: 'NetworkError' })).toBe('backend-unreachable');
    expect(codeOf({ code: 'ERR_NETWORK' })).toBe('backend-unreachable');
  });

  test('JSON that was cut is told as that, and only a SyntaxError is one', () => {
    expect(failureOf(new SyntaxError('Unexpected end of JSON input'), false).problem.seen).toBe('incomplete JSON');
    expect(codeOf(new Error('no JSON'))).toBe('host-function-threw');
  });
});
