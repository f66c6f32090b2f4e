import { describe, expect, test } from 'vitest';
import { codeOfStatus, readRouteAnswer } from '../../src/session/routeAnswer.ts';

test.each([
  [100, 'backend-failed'],
  [299, 'backend-failed'],
  [300, 'endpoint-redirects'],
  [399, 'endpoint-redirects'],
  [400, 'endpoint-refuses'],
  [408, 'backend-failed'],
  [425, 'backend-failed'],
  [429, 'backend-failed'],
  [499, 'endpoint-refuses'],
  [500, 'backend-failed'],
  [501, 'endpoint-missing'],
])('2.2: status %i is %s', (status, code) => {
  expect(codeOfStatus(status)).toBe(code);
});

describe('2.3: an answer', () => {
  const read = (status: number, body: string, contentType: string | null = 'application/json') =>
    readRouteAnswer({ status, body, contentType });

  test('is read as JSON from 200 to 299 only', () => {
    expect(read(199, '{}')).toMatchObject({ code: 'backend-failed', seen: 'status 199' });
    expect(read(200, '{}')).toEqual({ json: {} });
    expect(read(299, '{}')).toEqual({ json: {} });
    expect(read(300, '{}')).toMatchObject({ code: 'endpoint-redirects' });
  });

  test.each(['{}', 'null', '7', '{"error":7}', '{"error":null}', 'no JSON'])(
    'of a failure may say anything: %s',
    (body) => {
      expect(read(500, body)).toEqual({ code: 'backend-failed', seen: 'status 500', reason: undefined });
    },
  );

  test.each([
    ['text/html', 'got text/html'],
    ['text/html; charset=utf-8', 'got text/html'],
    ['; text/html', 'got text without a type'],
    [' text/html', 'got text without a type'],
    ['text', 'got text without a type'],
    [null, 'got text without a type'],
  ])('that is no JSON is told by its type only: %j', (contentType, seen) => {
    expect(read(200, '<p>', contentType)).toEqual({ code: 'endpoint-not-json', seen });
  });
});
