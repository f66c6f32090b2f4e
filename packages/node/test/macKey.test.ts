import { afterEach, describe, expect, test, vi } from 'vitest';
import * as nodeCrypto from 'node:crypto';
import { deriveMacKey } from '../src/handler/macKey.ts';

const secret = { secret: 'kT9Qv2Lm4RzW8pYc1NfHs6Bd3JgAa7Ue', salt: 'given' };
const text = 'what is signed — with more than ASCII';

/** As in a runtime without Node's modules. */
async function webKeyOf(of = secret) {
  vi.stubGlobal('process', undefined);
  const key = await deriveMacKey(of);
  vi.unstubAllGlobals();
  return key;
}

afterEach(() => void vi.unstubAllGlobals());

describe('a key of Node and one of Web Crypto', () => {
  test('sign alike, so that replicas in different runtimes accept each other', async () => {
    const [node, web] = [await deriveMacKey(secret, nodeCrypto), await webKeyOf()];
    const signed = await node.sign(text);
    expect(signed).toMatch(/^[\w-]{43}$/);
    expect(signed).toBe(await web.sign(text));
    expect(await node.verify(signed, text)).toBe(true);
    expect(await web.verify(signed, text)).toBe(true);
  });

  test.each([
    ['Node', () => deriveMacKey(secret, nodeCrypto)],
    ['Web Crypto', webKeyOf],
  ])(
    '%s refuses another text, a signature of another length or spelling, and one of another key',
    async (_, derive) => {
      const key = await derive();
      const mac = await key.sign(text);
      expect(await key.verify(mac, text.slice(1))).toBe(false);
      expect(await key.verify(mac.slice(0, -3), text)).toBe(false);
      const last = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
      const spelledAlike = mac.slice(0, -1) + last[last.indexOf(mac.slice(-1)) + 1];
      expect(Buffer.from(spelledAlike, 'base64url')).toEqual(Buffer.from(mac, 'base64url'));
      expect(await key.verify(spelledAlike, text)).toBe(false);
      const other = await deriveMacKey({ ...secret, salt: 'another' });
      expect(await key.verify(await other.sign(text), text)).toBe(false);
    },
  );
});

test('a key of Web Crypto cannot be taken out', async () => {
  const derived = vi.spyOn(crypto.subtle, 'deriveKey');
  await webKeyOf();
  expect(await derived.mock.results[0]?.value).toMatchObject({ extractable: false, usages: ['sign', 'verify'] });
  derived.mockRestore();
});

test('Node signs at once, without another thread', async () => {
  const key = await deriveMacKey(secret);
  expect(key.sign(text)).toBeTypeOf('string');
});

test.each([
  ['a polyfill, as in Next’s edge runtime', { getBuiltinModule: unsupported }],
  ['a polyfill that says it is Node', { versions: { node: '24.0.0' }, getBuiltinModule: unsupported }],
  ['a Node without the method', Object.assign(nodeLike(), { getBuiltinModule: undefined })],
  ['a Node without the module', Object.assign(nodeLike(), { getBuiltinModule: () => undefined })],
])('with %s it is Web Crypto', async (_, process) => {
  vi.stubGlobal('process', process);
  const key = await deriveMacKey(secret);
  vi.unstubAllGlobals();
  expect(key.sign(text)).toBeInstanceOf(Promise);
});

function unsupported(): never {
  throw new Error('A Node.js API is used which is not supported in the Edge Runtime');
}

function nodeLike() {
  return { versions: { node: '20.0.0' }, [Symbol.toStringTag]: 'process' };
}
