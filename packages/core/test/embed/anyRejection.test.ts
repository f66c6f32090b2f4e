import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOf } from '../../src/embed/failure.ts';

/** What a client or a page may put on what it throws. */
const names = ['name', 'message', 'code', 'status', 'statusCode', 'response', 'headers', 'cause', 'retryAfterMs'];
const value = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, maxDepth: 2 });
const rejection = fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value));

describe('2.5: whatever the function of the page rejects with, it is a failure', () => {
  test('of any kind and shape', () => {
    fc.assert(
      fc.property(rejection, fc.boolean(), (error, refreshing) => {
        expect(failureOf(error, refreshing)).toMatchObject({
          final: expect.any(Boolean),
          problem: { code: expect.any(String) },
        });
      }),
      { numRuns: 5_000 },
    );
  });

  test('with itself as its cause', () => {
    const error = new Error('outer');
    error.cause = new Error('inner', { cause: error });
    expect(failureOf(error, false)).toMatchObject({ final: false, problem: { code: 'host-function-threw' } });
  });

  test('with a getter that throws', () => {
    const error = Object.defineProperty(new Error('made'), 'status', {
      get() {
        throw new Error('no status');
      },
    });
    expect(failureOf(error, false)).toMatchObject({ problem: { code: 'host-function-threw' } });
  });
});
