import { describe, expect, test } from 'vitest';
import { causeOf } from '../src/client/causeOf.ts';

const secret = 'Q7w-Er9_of-the-key-tY2';
const secrets = [secret, ''];
const error = (message: string, fields: object = {}): Error => Object.assign(new Error(message), fields);

describe('what was thrown is handed on as it is', () => {
  test.each<[string, unknown]>([
    ['an error', error('connect', { code: 'ECONNREFUSED' })],
    [
      'a subclass, with what it holds',
      Object.assign(new TypeError('failed', { cause: error('inner') }), { tries: [1, 2] }),
    ],
    ['text', 'text'],
    ['nothing', undefined],
    ['null', null],
    ['a plain object, one without a prototype in it', { inner: Object.assign(Object.create(null), { a: true }) }],
    ['with a symbol for a name', { [Symbol('name')]: 'text' }],
    [
      'itself as its cause',
      (() => {
        const one = error('outer');
        one.cause = one;
        return one;
      })(),
    ],
    ['nested as deep as it may be', { a: { a: { a: { a: { a: { a: 1 } } } } } }],
    ['as many values as there may be', Array.from({ length: 198 }, () => 1)],
    [
      'with a stack that is a getter',
      Object.defineProperty(error('made'), 'stack', { get: () => 'Error: made', configurable: true }),
    ],
  ])('%s', (_name, thrown) => {
    expect(causeOf(thrown, secrets)).toBe(thrown);
  });
});

describe('what may hold a secret is not', () => {
  test.each<[string, unknown, string]>([
    ['in its message', error(`sent ${secret} there`), 'sent [hidden] there'],
    ['more than once', error(`${secret} ${secret}`), '[hidden] [hidden]'],
    ['a token of any kind', error('eyJhbGciOiJI.eyJzdWIi.c2ln went'), '[hidden] went'],
    [
      'a launch URL',
      error('https://embed.example/?launch=abc&page=rules'),
      'https://embed.example/?[hidden]&page=rules',
    ],
    ['a header', error('authorization: Bearer abc.def, accept'), 'authorization: [hidden] accept'],
    ['in a field', error('safe', { sent: { headers: [secret] } }), 'safe'],
    ['in the name of a field', error('safe', { [secret]: 1 }), 'safe'],
    ['in its cause', new Error('safe', { cause: error(secret) }), 'safe'],
    ['behind a getter', Object.defineProperty(error('safe'), 'sent', { get: () => 'unknown' }), 'safe'],
    ['in a function', error('safe', { retry() {} }), 'safe'],
    ['in a symbol', error('safe', { sent: Symbol('unknown') }), 'safe'],
    ['in an object of its own kind', error('safe', { request: new URL('https://api.example.com/') }), 'safe'],
    ['deeper than it is looked at', error('safe', { a: { a: { a: { a: { a: { a: { a: 1 } } } } } } }), 'safe'],
    ['among more values than are looked at', error('safe', { all: Array.from({ length: 200 }, () => 1) }), 'safe'],
  ])('%s', (_name, thrown, message) => {
    const cause = causeOf(thrown, secrets) as Error;
    expect(cause).not.toBe(thrown);
    expect(cause).toBeInstanceOf(Error);
    expect(cause.message).toBe(message);
    expect(Object.keys(cause)).toEqual([]);
    expect(cause.stack).not.toContain(secret);
  });

  test('its name, code, stack and causes are kept, without the secret', () => {
    const thrown = error(`to ${secret}`, {
      name: 'FetchError',
      code: `E_${secret}`,
      cause: error(`by ${secret}`, { code: 'EPIPE' }),
    });
    thrown.stack = `FetchError: to ${secret}\n    at send`;
    const cause = causeOf(thrown, secrets) as Error & { code: string; cause: Error & { code: string } };
    expect([cause.name, cause.code, cause.stack]).toEqual([
      'FetchError',
      'E_[hidden]',
      'FetchError: to [hidden]\n    at send',
    ]);
    expect([cause.cause.message, cause.cause.name, cause.cause.code]).toEqual(['by [hidden]', 'Error', 'EPIPE']);
    for (const name of ['name', 'code', 'stack', 'cause'])
      expect(Object.getOwnPropertyDescriptor(cause, name)).toMatchObject({
        configurable: true,
        writable: true,
        enumerable: false,
      });
    expect('cause' in cause.cause).toBe(false);
    const strange = error(secret, { name: 7, code: 7 });
    Object.defineProperty(strange, 'stack', { value: 7 });
    expect(causeOf(strange, secrets)).toMatchObject({ name: 'Error', stack: '' });
    expect(causeOf(strange, secrets)).not.toHaveProperty('code');
  });

  test('a chain of causes is followed so far only', () => {
    let thrown = error(secret);
    for (let depth = 0; depth < 10; depth += 1) thrown = new Error(secret, { cause: thrown });
    let causes = 0;
    for (let one = causeOf(thrown, secrets) as Error; one.cause; one = one.cause as Error) causes += 1;
    expect(causes).toBe(6);
  });

  test('text keeps its other words; what is no error is not shown at all', () => {
    expect(causeOf(`sent ${secret}`, secrets)).toBe('sent [hidden]');
    const throwing = (): never => {
      throw new Error('not to be looked at');
    };
    for (const thrown of [
      { sent: secret },
      [secret],
      Symbol('unknown'),
      () => {},
      new Proxy({}, { getPrototypeOf: throwing }),
      Object.defineProperty(new Error('made'), 'message', { get: throwing }),
    ])
      expect((causeOf(thrown, secrets) as Error).message).toBe(
        'something other than an error was thrown; it is not shown because it may hold secrets',
      );
  });
});
