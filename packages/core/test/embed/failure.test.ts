import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/embed/failure.ts';
import { parseLaunchUrl } from '../../src/embed/launchUrl.ts';
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
  [409, 'session-revoked', true],
  [410, 'session-revoked', true],
  [400, 'backend-failed', false],
  [408, 'backend-failed', false],
  [429, 'backend-failed', false],
  [500, 'backend-failed', false],
  [502, 'backend-failed', false],
  [503, 'backend-failed', false],
])('status %d of a launch is %s, final: %s', (status, code, final) => {
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
  expect(failureOf({ status: 400, code: 'bad-page' }, false)).toMatchObject({ final: true, problem: { code: 'page-refused' } });
  expect(failureOf({ status: 400, code: 'other' }, false)).toMatchObject({ final: false, problem: { code: 'backend-failed' } });
});

test.each(['', '  ', 7, undefined, 'x'.repeat(8_193)])('C7: a token of no use (%#) is told apart from what is no session', (access_token) => {
  const session = { session_id: 'session', access_token, launch_url: 'https://embed.example/workspace/dashboard?launch=x' };
  expect(failureOf(rejection(() => parseLaunchSession(session)), false)).toMatchObject({ final: true, problem: { code: 'token-malformed' } });
});

test('a refresh that brings no session or no token may pass: the session in use has its own', () => {
  const failure = (answer: unknown) => failureOf(rejection(() => parseRefreshedSession(answer)), true);
  expect(failure('<!doctype html>')).toMatchObject({ final: false, problem: { code: 'session-malformed' } });
  expect(failure({ session_id: 'session' })).toMatchObject({ final: false, problem: { code: 'token-malformed' } });
});

test.each([undefined, null, 'text', 7, {}, new TypeError('fetch failed'), new DOMException('gone', 'AbortError'), { status: '401' }, { status: Number.NaN }])(
  'without a status it is the network, and may pass (%s)',
  (error) => {
    expect(failureOf(error, false)).toMatchObject({ final: false, problem: { code: 'backend-unreachable' } });
  },
);

test('what is no session, and a launch URL that must not be used, are final', () => {
  expect(failureOf(rejection(() => parseLaunchSession({})), false)).toMatchObject({ final: true, problem: { code: 'session-malformed' } });
  expect(failureOf(rejection(() => parseLaunchUrl('javascript:alert(1)', false)), false)).toMatchObject({ final: true, problem: { code: 'launch-url-refused' } });
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
  const errors = [new Error(canary), Object.assign(new Error(canary), { status: 500, cause: canary, body: canary }), canary, { message: canary }];
  for (const error of errors) expect(inspect(failureOf(error, false), { depth: 9 })).not.toContain(canary);
});
