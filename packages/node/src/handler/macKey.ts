import { isNode } from '../shared/isNode.ts';

/** A key for HMAC-SHA256. Both methods may answer at once. */
export interface MacKey {
  sign(signed: Uint8Array<ArrayBuffer>): Uint8Array | Promise<Uint8Array>;
  /** Compares in constant time. */
  verify(mac: Uint8Array<ArrayBuffer>, signed: Uint8Array<ArrayBuffer>): boolean | Promise<boolean>;
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
  createHmac(digest: 'sha256', key: never): { update(signed: Uint8Array): { digest(): Uint8Array } };
  timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean;
}

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
  const sign = (signed: Uint8Array) =>
    createHmac('sha256', key as never)
      .update(signed)
      .digest();
  return {
    sign,
    verify(mac, signed) {
      const expected = sign(signed);
      return mac.byteLength === expected.byteLength && timingSafeEqual(mac, expected);
    },
  };
}

async function webKey({ secret, salt }: MacSecret): Promise<MacKey> {
  const { subtle } = crypto;
  const encoder = new TextEncoder();
  const source = await subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(salt), info: encoder.encode(info) };
  const kind = { name: 'HMAC', hash: 'SHA-256', length: keyBytes * 8 };
  const key = await subtle.deriveKey(derivation, source, kind, false, ['sign', 'verify']);
  return {
    sign: async (signed) => new Uint8Array(await subtle.sign('HMAC', key, signed)),
    verify: (mac, signed) => subtle.verify('HMAC', key, mac, signed),
  };
}
