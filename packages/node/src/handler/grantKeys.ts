import type { CryptoKey } from 'jose';
import type { Credentials } from '../client/credentials.ts';

/** The secret that a grant key is derived from. */
interface GrantSecret {
  readonly secret: string;
  /** Public. It makes keys of different owners differ. */
  readonly salt: string;
}

/** The secrets that the grants of a handler are signed with: that of the machine key, those of `grantKeys`, or both. */
export interface GrantSecrets {
  /** Null if this copy of the package did not make the client. */
  readonly own: GrantSecret | null;
  readonly given: readonly GrantSecret[];
}

/** {@link GrantSecrets}, as keys. */
export interface GrantKeys {
  readonly own: CryptoKey | null;
  readonly given: readonly CryptoKey[];
}

/**
 * Derives the keys once, when they are first needed. It keeps the keys and not a promise of them, because the promise of
 * a request that the runtime stopped might never settle for the next one.
 *
 * @param secrets - called until the keys are derived. Throws MeshesInputError for a missing or malformed secret.
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

/** The secret of a machine key. Every replica with the same credentials derives the same grant key. */
export function secretOfCredentials(credentials: Credentials): GrantSecret {
  return {
    secret: credentials.secretKey,
    salt: `${credentials.organizationId.toLowerCase()} ${credentials.accessKey}`,
  };
}

/** The secret of one of `grantKeys`. */
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
