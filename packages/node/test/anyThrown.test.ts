import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { testHandler } from './handlerFixtures.ts';

const names = ['name', 'message', 'code', 'status', 'statusCode', 'stack', 'cause', 'headers'];
const value = fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, maxDepth: 2 });
const thrown = fc.oneof(value, fc.dictionary(fc.constantFrom(...names), value));

/** What no one throws on purpose, and code all the same. */
function oddErrors(): Record<string, unknown> {
  const cyclic = new Error('outer');
  cyclic.cause = new Error('inner', { cause: cyclic });
  const getter = Object.defineProperty(new Error('made'), 'message', {
    get() {
      throw new Error('no message');
    },
  });
  return { 'itself as its cause': cyclic, 'a getter that throws': getter, 'a symbol': Symbol('thrown') };
}

describe('F2: whatever authorize throws, it is a 500 of our own', () => {
  test('of any kind and shape', async () => {
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    await fc.assert(
      fc.asyncProperty(thrown, async (error) => {
        const { ask, received } = testHandler({
          authorize: () => {
            throw error;
          },
          onError: undefined,
        });
        const response = await ask('POST', '/sessions');
        expect([response.status, received.length]).toEqual([500, 0]);
      }),
      { numRuns: 300 },
    );
    expect(printed).toHaveBeenCalled();
    printed.mockRestore();
  });

  test.each(Object.entries(oddErrors()))('with %s', async (_name, error) => {
    const { ask, received } = testHandler({
      authorize: () => {
        throw error;
      },
      onError: undefined,
    });
    const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect([(await ask('POST', '/sessions')).status, received.length]).toEqual([500, 0]);
    expect(printed).toHaveBeenCalledOnce();
    printed.mockRestore();
  });
});
