import { base64url } from 'jose';
import { isNode } from '../shared/isNode.ts';

/** A key for HMAC-SHA256. A signature is base64url. Both methods may answer at once. */
export interface MacKey {
  sign(text: string): string | Promise<string>;
  /** Whether a signature is the one of a text, in its only spelling. Compares in constant time. */
  verify(mac: string, text: string): boolean | Promise<boolean>;
}

/** A secret that a key is derived from. */
export interface MacSecret {
  readonly secret: string;
  /** Public. It makes keys of different owners differ. */
  readonly salt: string;
}

/** What is used of `node:crypto`, as a type of this package's own, so that its declarations need no types of Node. */
interface NodeCrypto {
  hkdfSync(digest: 'sha256', secret: string, salt: string, info: string, length: number): ArrayBuffer;
  createSecretKey(key: Uint8Array): unknown;
  createHmac(digest: 'sha256', key: never): { update(text: string): { digest(encoding: 'base64url'): string } };
  timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean;
}

const encoder = new TextEncoder();
const info = 'meshes-embed grant key';
const keyBytes = 32;

/** The global of runtimes that have Node's modules. */
interface Scope {
  readonly process?: {
    readonly versions?: { readonly node?: unknown };
    getBuiltinModule?(id: 'node:crypto'): NodeCrypto | undefined;
  };
}

/**
 * Node's own cryptography if the runtime has it. It answers at once, where Web Crypto goes through another thread. The
 * methods of a polyfill, as in Next's edge runtime, may throw: they are not called.
 */
function builtinCrypto(): NodeCrypto | undefined {
  const scope: Scope = globalThis as Scope;
  return isNode(scope) ? scope.process?.getBuiltinModule?.('node:crypto') : undefined;
}

/**
 * Derives the key by HKDF-SHA256. Both ways derive the same key, so replicas in different runtimes accept each other's
 * signatures.
 *
 * @param nodeCrypto - undefined for Web Crypto, which every runtime has.
 */
export async function deriveMacKey(secret: MacSecret, nodeCrypto = builtinCrypto()): Promise<MacKey> {
  return nodeCrypto === undefined ? await webKey(secret) : nodeKey(secret, nodeCrypto);
}

function nodeKey({ secret, salt }: MacSecret, nodeCrypto: NodeCrypto): MacKey {
  const { createHmac, createSecretKey, hkdfSync, timingSafeEqual } = nodeCrypto;
  const key = createSecretKey(new Uint8Array(hkdfSync('sha256', secret, salt, info, keyBytes)));
  const sign = (text: string) =>
    createHmac('sha256', key as never)
      .update(text)
      .digest('base64url');
  return {
    sign,
    verify(mac, text) {
      const [given, expected] = [encoder.encode(mac), encoder.encode(sign(text))];
      return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
    },
  };
}

async function webKey({ secret, salt }: MacSecret): Promise<MacKey> {
  const { subtle } = crypto;
  const source = await subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(salt), info: encoder.encode(info) };
  const kind = { name: 'HMAC', hash: 'SHA-256', length: keyBytes * 8 };
  const key = await subtle.deriveKey(derivation, source, kind, false, ['sign', 'verify']);
  return {
    sign: async (text) => base64url.encode(new Uint8Array(await subtle.sign('HMAC', key, encoder.encode(text)))),
    async verify(mac, text) {
      const bytes = base64url.decode(mac) as Uint8Array<ArrayBuffer>;
      // The last character has unused bits. Only the spelling that was signed is valid.
      if (base64url.encode(bytes) !== mac) return false;
      return await subtle.verify('HMAC', key, bytes, encoder.encode(text));
    },
  };
}
