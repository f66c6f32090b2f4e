import type { CryptoKey } from 'jose';
import type { Credentials } from '../client/credentials.ts';

/** What a grant key is derived from. */
interface GrantSecret {
  readonly secret: string;
  /** Public; keeps keys of different owners apart. */
  readonly salt: string;
}

/** What the grants of a handler are signed with: a secret of the machine key, those of `grantKeys`, or both. */
export interface GrantSecrets {
  /** Null where the client is not made by this package. */
  readonly own: GrantSecret | null;
  readonly given: readonly GrantSecret[];
}

/** {@link GrantSecrets}, as keys. */
export interface GrantKeys {
  readonly own: CryptoKey | null;
  readonly given: readonly CryptoKey[];
}

/**
 * Makes the keys when they are first needed, once. Only the keys themselves are kept: a promise of one request that was
 * given up might never settle for the next one.
 *
 * @param secrets - asked at each call until the keys are made; throws MeshesInputError where a secret cannot be used.
 */
export function lazyGrantKeys(secrets: () => GrantSecrets): () => Promise<GrantKeys> {
  let keys: GrantKeys | undefined;
  return async () => {
    if (keys !== undefined) return keys;
    const { own, given } = secrets();
    keys = { own: own && (await deriveKey(own)), given: await Promise.all(given.map(deriveKey)) };
    return keys;
  };
}

/** The grant key of a machine key: every replica with the same credentials has the same one. */
export function secretOfCredentials(credentials: Credentials): GrantSecret {
  return {
    secret: credentials.secretKey,
    salt: `${credentials.organizationId.toLowerCase()} ${credentials.accessKey}`,
  };
}

/** The grant key of one of `grantKeys`. */
export function secretOfGrantKey(secret: string): GrantSecret {
  return { secret, salt: 'given' };
}

async function deriveKey({ secret, salt }: GrantSecret): Promise<CryptoKey> {
  const encoder = new TextEncoder();
  const source = await crypto.subtle.importKey('raw', encoder.encode(secret), 'HKDF', false, ['deriveKey']);
  const derivation = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encoder.encode(salt),
    info: encoder.encode('meshes-embed grant key'),
  };
  return await crypto.subtle.deriveKey(derivation, source, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, [
    'sign',
    'verify',
  ]);
}
