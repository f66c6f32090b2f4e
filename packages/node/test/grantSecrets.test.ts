import { describe, expect, test } from 'vitest';
import { createClient } from '../src/client/createMeshesClient.ts';
import { secretOfCredentials, secretOfGrantKey } from '../src/handler/grantKeys.ts';
import { grantSecretsOf } from '../src/handler/grantSecrets.ts';
import type { MeshesClient } from '../src/index.ts';
import { MeshesInputError } from '../src/shared/meshesInputError.ts';
import { credentials } from './fixtures.ts';
import { createTestClock } from './testClock.ts';

const client = createClient(credentials, createTestClock());
/** As another copy of the package makes one. */
const foreign = {} as MeshesClient;
const key = (number: number): string => `${String(number).padStart(2, '0')}-kT9Qv2Lm4RzW8pYc1NfHs6Bd3JgAa`;
const keys = (count: number): string[] => Array.from({ length: count }, (_, index) => key(index));

function refusalOf(call: () => unknown): MeshesInputError {
  try {
    call();
  } catch (error) {
    if (error instanceof MeshesInputError) return error;
    throw error;
  }
  return expect.unreachable('it was taken');
}

test('without grantKeys the machine key signs; with them they do, too', () => {
  const own = secretOfCredentials(credentials);
  expect(grantSecretsOf(client, undefined)()).toEqual({ own, given: [] });
  expect(grantSecretsOf(client, keys(2))()).toEqual({ own, given: keys(2).map(secretOfGrantKey) });
  expect(grantSecretsOf(foreign, keys(1))()).toEqual({ own: null, given: keys(1).map(secretOfGrantKey) });
});

describe('grantKeys', () => {
  test.each([1, 10])('%i of them are taken', (count) => {
    expect(grantSecretsOf(client, keys(count))().given).toHaveLength(count);
  });

  test.each([
    [[], 'an array of 0'],
    [keys(11), 'an array of 11'],
    [key(1), 'text of 32 characters'],
    [null, 'null'],
    [{ length: 2 }, 'an object'],
  ])('%j are none', (given, told) => {
    expect(refusalOf(() => grantSecretsOf(client, given as never))).toMatchObject({
      code: 'bad-option',
      field: 'grantKeys',
      message: `createSessionHandler: grantKeys: expected 1 to 10 random secrets of 32 characters or more, got ${told}`,
    });
  });

  test('one of 32 characters is long enough, and one of 31 is not', () => {
    expect(key(1)).toHaveLength(32);
    expect(grantSecretsOf(client, [key(1)])().given).toHaveLength(1);
    expect(refusalOf(() => grantSecretsOf(client, [key(0), key(1).slice(1)]))).toMatchObject({
      code: 'bad-option',
      field: 'grantKeys.1',
      message:
        'createSessionHandler: grantKeys.1: expected a random secret of 32 characters or more, got text of 31 characters',
    });
  });

  test('one that is a placeholder, or no text, is refused at once, with the reason', () => {
    expect(refusalOf(() => grantSecretsOf(client, ['a'.repeat(40)])).message).toBe(
      'createSessionHandler: grantKeys.0: expected a random secret of 32 characters or more (it is filler: there are only 1 different characters in it), got text of 40 characters',
    );
    for (const [given, told] of [
      [42, 'the number 42'],
      [{}, 'an object'],
      [[key(1)], 'an array of 1'],
    ])
      expect(refusalOf(() => grantSecretsOf(client, [given as never])).message).toBe(
        `createSessionHandler: grantKeys.0: expected a random secret of 32 characters or more, got ${told as string}`,
      );
  });

  test.each([
    [undefined, 'nothing'],
    [null, 'null'],
    ['', 'blank text'],
    [' \n', 'blank text'],
  ])('one that is missing (%j) is refused at its first use', (missing, told) => {
    const secrets = grantSecretsOf(client, [key(0), missing as never]);
    expect(refusalOf(secrets)).toMatchObject({
      field: 'grantKeys.1',
      message: `createSessionHandler: grantKeys.1: expected a random secret of 32 characters or more, got ${told}`,
    });
  });

  test('are needed for a client that this copy of the package did not make', () => {
    expect(refusalOf(() => grantSecretsOf(foreign, undefined))).toMatchObject({
      code: 'bad-option',
      field: 'grantKeys',
      message:
        'createSessionHandler: client: not made by createMeshesClient() of this copy of the package, so grantKeys must be given',
    });
  });
});
