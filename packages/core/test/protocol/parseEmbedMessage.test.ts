import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedMessageTypes, parseEmbedMessage, type NavigateMessage } from '../../src/protocol/index.ts';
import { watched } from '../support/watched.ts';

function navigated(data: object): NavigateMessage {
  const parsed = parseEmbedMessage(data);
  if (parsed.refused !== undefined || parsed.message.type !== 'meshes:navigate') throw new Error('it was refused');
  return parsed.message;
}
const refused = (reason: string) => ({ refused: reason });

describe('what the embed says', () => {
  test.each(['meshes:ready', 'meshes:token-refresh', 'meshes:token-expired'])('%s', (type) => {
    expect(parseEmbedMessage({ type })).toEqual({ message: { type } });
  });

  test('meshes:resize', () => {
    expect(parseEmbedMessage({ type: 'meshes:resize', height: 812.5 })).toEqual({
      message: { type: 'meshes:resize', height: 812.5 },
    });
  });

  test('meshes:navigate, with path, else page, else nothing', () => {
    const page = (data: object) => parseEmbedMessage({ type: 'meshes:navigate', ...data });
    expect(page({ path: '/a', page: '/b' })).toMatchObject({ message: { page: '/a' } });
    expect(page({ page: '/b' })).toMatchObject({ message: { page: '/b' } });
    expect(page({ path: 7, page: '/b' })).toMatchObject({ message: { page: '/b' } });
    expect(page({ url: '/c' })).toMatchObject({ message: { page: null } });
  });

  test('the data of meshes:navigate is kept as it came', () => {
    const data = { type: 'meshes:navigate', path: '/a', more: { deep: [1] } };
    expect(navigated(data).rest).toBe(data);
  });

  test('without a prototype it counts, too', () => {
    expect(parseEmbedMessage(Object.assign(Object.create(null), { type: 'meshes:ready' }))).toEqual({
      message: { type: 'meshes:ready' },
    });
  });
});

describe('B1: what is no plain object', () => {
  const named = (value: object): object => Object.assign(value, { type: 'meshes:ready' });
  test.each([
    ['null', null],
    ['undefined', undefined],
    ['a number', 7],
    ['NaN', Number.NaN],
    ['text', 'meshes:ready'],
    ['a boolean', true],
    ['a BigInt', 7n],
    ['a symbol', Symbol('meshes:ready')],
    ['a function', named(() => {})],
    ['an array', named([])],
    ['a Map', named(new Map([['type', 'meshes:ready']]))],
    ['a Set', named(new Set())],
    ['a Date', named(new Date())],
    ['an Error', named(new Error('meshes:ready'))],
    ['a RegExp', named(/ready/)],
    ['an ArrayBuffer', named(new ArrayBuffer(8))],
    ['a Uint8Array', named(new Uint8Array(8))],
    ['boxed text', named(new String('meshes:ready'))],
    ['a boxed number', named(new Number(7))],
    [
      'an instance',
      new (class Message {
        readonly type = 'meshes:ready';
      })(),
    ],
  ])('%s', (_name, data) => {
    expect(parseEmbedMessage(data)).toEqual(refused('not-an-object'));
  });
});

describe('B2, B11: types that are not known', () => {
  test.each([
    ['none', {}],
    ['an unknown one', { type: 'meshes:future' }],
    ['the host’s own', { type: 'meshes:auth', token: 'x' }],
    ['another case', { type: 'Meshes:Ready' }],
    ['blanks around', { type: ' meshes:ready ' }],
    ['empty', { type: '' }],
    ['constructor', { type: 'constructor' }],
    ['__proto__', { type: '__proto__' }],
    ['toString', { type: 'toString' }],
    ['hasOwnProperty', { type: 'hasOwnProperty' }],
    ['boxed', { type: new String('meshes:ready') }],
    ['an array of it', { type: ['meshes:ready'] }],
    ['something that turns into it', { type: { toString: () => 'meshes:ready' } }],
    ['very long', { type: 'meshes:ready'.padEnd(20_000_000, 'y') }],
    ['inherited', Object.create({ type: 'meshes:ready' })],
  ])('%s', (name, data) => {
    expect(parseEmbedMessage(data)).toEqual(refused(name === 'inherited' ? 'not-an-object' : 'unknown-type'));
  });

  test('inherited from Object.prototype itself', () => {
    Reflect.defineProperty(Object.prototype, 'type', { value: 'meshes:ready', configurable: true });
    try {
      expect(parseEmbedMessage({})).toEqual(refused('unknown-type'));
    } finally {
      delete (Object.prototype as { type?: string }).type;
    }
  });

  test('extra fields are ignored', () => {
    expect(parseEmbedMessage({ type: 'meshes:ready', token: 'x', toJSON: () => {} })).toEqual({
      message: { type: 'meshes:ready' },
    });
  });
});

describe('B3: an own __proto__ key', () => {
  const data = structuredClone(
    JSON.parse('{"type":"meshes:navigate","__proto__":{"path":"/evil","polluted":true}}'),
  ) as object;

  test('it changes no prototype, and is no source of fields', () => {
    const message = navigated(data);
    expect(message.page).toBeNull();
    expect(Object.getPrototypeOf(message)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('a type in it does not count', () => {
    expect(parseEmbedMessage(JSON.parse('{"__proto__":{"type":"meshes:ready"}}'))).toEqual(refused('unknown-type'));
  });
});

describe('B4: big, deep and cyclic data costs what small data costs', () => {
  const cyclic: { type: string; self?: object } = { type: 'meshes:navigate' };
  cyclic.self = cyclic;
  const deep = Array.from({ length: 100_000 }).reduce<object>((inner) => ({ inner }), {});
  const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, key) => [`key${key}`, key]));

  test.each(Object.keys(embedMessageTypes))('%s', (type) => {
    const looksAt = (data: object): number => {
      const { value, looks } = watched({ type, ...data });
      parseEmbedMessage(value);
      return looks();
    };
    const small = looksAt({});
    expect(small).toBeLessThan(20);
    for (const data of [cyclic, { deep }, wide, { filler: 'x'.repeat(20_000_000) }])
      expect(looksAt({ ...data, type })).toBe(small);
  });

  test('nothing inside of it is looked at, and nothing is asked for JSON', () => {
    const inside = watched({});
    const toJSON = (): never => {
      throw new Error('serialised');
    };
    parseEmbedMessage({ type: 'meshes:navigate', payload: inside.value, toJSON });
    parseEmbedMessage({ type: 'meshes:unknown', payload: inside.value, toJSON });
    expect(inside.looks()).toBe(0);
  });
});

describe('B6: heights', () => {
  test.each([
    Number.NaN,
    Infinity,
    -Infinity,
    -1,
    0,
    -0,
    '600',
    null,
    undefined,
    true,
    600n,
    [600],
    { valueOf: () => 600 },
    new Number(600),
  ])('%s is no height', (height) => {
    expect(parseEmbedMessage({ type: 'meshes:resize', height })).toEqual(refused('bad-field'));
  });

  test('an inherited one does not count', () => {
    expect(parseEmbedMessage(JSON.parse('{"type":"meshes:resize","__proto__":{"height":600}}'))).toEqual(
      refused('bad-field'),
    );
  });

  test.each([0.5, 1, 1_000_000_000, Number.MAX_VALUE])(
    '%d is one: bounds are for the code that applies it',
    (height) => {
      expect(parseEmbedMessage({ type: 'meshes:resize', height })).toMatchObject({ message: { height } });
    },
  );
});

describe('B8: pages are text, whatever they look like', () => {
  test.each([
    'javascript:alert(1)',
    '//evil.example/',
    'https://evil.example',
    'a\r\nSet-Cookie: b',
    '<img src=x onerror=alert(1)>',
    '',
  ])('%j', (path) => {
    expect(parseEmbedMessage({ type: 'meshes:navigate', path })).toMatchObject({ message: { page: path } });
  });

  test('a long one is cut', () => {
    expect(navigated({ type: 'meshes:navigate', path: 'x'.repeat(10_240) }).page).toHaveLength(2_048);
  });
});

test('nothing makes it throw', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withTypedArray: true,
  });
  const almost = fc.record(
    { type: fc.constantFrom(...Object.keys(embedMessageTypes)), height: anything, path: anything, page: anything },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(anything, almost), (data) => {
      const parsed = parseEmbedMessage(data);
      expect(parsed.refused ?? Object.hasOwn(embedMessageTypes, parsed.message.type)).toBeTruthy();
    }),
    { seed: 20_261_123, numRuns: 2_000 },
  );
});
