import { describe, expect, test } from 'vitest';
import { authMessage } from '../../src/protocol/index.ts';

test('C5: type and token, and nothing else', () => {
  const message = authMessage('token-1');
  expect(Reflect.ownKeys(message)).toEqual(['type', 'token']);
  expect(message).toEqual({ type: 'meshes:auth', token: 'token-1' });
  expect(structuredClone(message)).toEqual(message);
});

describe('C7: what is no token', () => {
  test.each([
    ['empty', ''],
    ['blank', ' \n\t'],
    ['over 8 kB', 'x'.repeat(8_193)],
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['an array', ['token-1']],
    ['boxed', new String('token-1')],
    ['a Promise', Promise.resolve('token-1')],
  ])('%s', (_name, token) => {
    expect(() => authMessage(token as string)).toThrow(/access token: expected 1 to 8192 characters/);
  });

  test('the error does not hold it', () => {
    const token = 'canary'.repeat(2_000);
    expect(() => authMessage(token)).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('canary') }),
    );
  });
});

test('a token of exactly 8 kB is one', () => {
  expect(authMessage('x'.repeat(8_192)).token).toHaveLength(8_192);
});
