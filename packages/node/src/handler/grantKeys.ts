import type { CryptoKey } from 'jose';
import type { Credentials } from '../client/credentials.ts';

/** Makes the keys when they are first needed, once. */
export function lazyGrantKeys(secrets: readonly GrantSecret[]): () => Promise<readonly CryptoKey[]> {
  let keys: Promise<readonly CryptoKey[]> | undefined;
  return () => (keys ??= Promise.all(secrets.map(deriveKey)));
}

/** What a grant key is derived from. */
export interface GrantSecret {
  readonly secret: string;
  /** Public; keeps keys of different owners apart. */
  readonly salt: string;
}

/** The grant key of a machine key: every replica with the same credentials has the same one. */
export function secretOfCredentials(credentials: Credentials): GrantSecret {
  return { secret: credentials.secretKey, salt: `${credentials.organizationId.toLowerCase()} ${credentials.accessKey}` };
}

async function deriveKey({ secret, salt }: GrantSecret): Promise<CryptoKey> {
  const encoder = new TextEncoder();
  const source = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: encoder.encode(salt), info: encoder.encode('meshes-embed grant key') };
  return await crypto.subtle.deriveKey(derivation, source, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign', 'verify']);
}
