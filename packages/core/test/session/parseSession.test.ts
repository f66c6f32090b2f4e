import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { parseLaunchSession, parseRefreshedSession, SessionError } from '../../src/session/index.ts';

const canary = 'canary-7f3a';
const launch = {
  session_id: 'session-1',
  access_token: 'token-1',
  launch_url: 'https://embed.example/workspace/dashboard?launch=1',
  expires_in: 1_800,
  expires_at: '2026-11-23T12:30:00Z',
  launch_expires_at: '2026-11-23T12:00:30Z',
  workspace_id: 'workspace-1',
  role: 'admin',
  session_type: 'resource',
  resource: 'order',
  resource_id: 'order-7',
  grant: 'grant-1',
};

function errorOf(call: () => unknown): SessionError {
  try {
    call();
  } catch (error) {
    if (error instanceof SessionError) return error;
    throw error;
  }
  throw new Error('it was taken');
}

test('a session as Meshes sends it', () => {
  expect(parseLaunchSession(launch)).toEqual(launch);
});

test('only the indispensable', () => {
  const { session_id, access_token, launch_url } = launch;
  expect(parseLaunchSession({ session_id, access_token, launch_url })).toEqual({
    session_id,
    access_token,
    launch_url,
  });
  expect(parseRefreshedSession({ session_id, access_token })).toEqual({ session_id, access_token });
});

test('fields that are not known are left out, the launch token too', () => {
  expect(parseLaunchSession({ ...launch, launch_token: canary, secret_key: canary })).toEqual(launch);
  expect(parseRefreshedSession(launch)).not.toHaveProperty('launch_url');
});

test.each([
  'expires_in',
  'expires_at',
  'workspace_id',
  'role',
  'session_type',
  'resource',
  'resource_id',
  'grant',
  'launch_expires_at',
])('an optional %s that makes no sense counts as absent', (name) => {
  for (const value of [null, {}, [], '', true])
    expect(parseLaunchSession({ ...launch, [name]: value })).not.toHaveProperty(name);
});

test.each([0, -1, Number.NaN, Infinity, '1800'])('a life of %s counts as absent', (expires_in) => {
  expect(parseRefreshedSession({ ...launch, expires_in })).not.toHaveProperty('expires_in');
});

describe('refused, by naming the field and not its value', () => {
  test.each([
    ['undefined', undefined, 'undefined'],
    ['null', null, 'null'],
    ['text', canary, 'string'],
    ['a number', 7, 'number'],
    ['an array', [launch], 'array'],
    ['a response that was not read', new Response('{}'), 'response'],
    ['a function', () => launch, 'function'],
  ])('%s instead of a session', (_name, value, told) => {
    for (const parse of [parseLaunchSession, parseRefreshedSession]) {
      expect(errorOf(() => parse(value))).toMatchObject({
        name: 'SessionError',
        code: 'bad-session',
        message: `session cannot be used: got ${told}`,
      });
    }
  });

  test.each(['session_id', 'access_token', 'launch_url'])('%s missing, or of another kind', (field) => {
    for (const value of [undefined, null, '', '  ', 7, {}, [canary], new String(canary)]) {
      const error = errorOf(() => parseLaunchSession({ ...launch, [field]: value }));
      expect(error.code).toBe('bad-session');
      expect(error.message).toMatch(
        new RegExp(
          `^${field} cannot be used: got ${value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value}($| among )`,
        ),
      );
    }
  });

  test('a token over 8 kB', () => {
    const error = errorOf(() => parseRefreshedSession({ ...launch, access_token: canary.repeat(1_000) }));
    expect(error.message).toBe('access_token cannot be used: got string');
  });

  test('fields of a prototype do not count', () => {
    expect(errorOf(() => parseLaunchSession(Object.create(launch))).message).toContain('session_id cannot be used');
    expect(
      errorOf(() => parseLaunchSession(JSON.parse('{"__proto__":{"session_id":"a","access_token":"b"}}'))).message,
    ).toContain('session_id cannot be used');
  });

  test('E2: no error holds a value, however it is looked at', () => {
    const broken = [
      canary,
      [canary],
      { ...launch, access_token: [canary] },
      { ...launch, access_token: canary.repeat(1_000) },
      { ...launch, access_token: canary, session_id: 7 },
      { ...launch, launch_url: { canary } },
    ];
    for (const value of broken) {
      const error = errorOf(() => parseLaunchSession(value));
      expect(
        [error.message, String(error), inspect(error, { depth: 9 }), JSON.stringify(error), String(error.cause)].join(),
      ).not.toContain(canary);
    }
  });
});
