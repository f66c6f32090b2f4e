import type { Credentials } from '../client/credentials.ts';
import { deriveMacKey, type MacKey, type MacSecret } from './macKey.ts';

/** The secrets that the grants of a handler are signed with: that of the machine key, those of `grantKeys`, or both. */
export interface GrantSecrets {
  /** Null if this copy of the package did not make the client. */
  readonly own: MacSecret | null;
  readonly given: readonly MacSecret[];
}

/** {@link GrantSecrets}, as keys. */
export interface GrantKeys {
  readonly own: MacKey | null;
  readonly given: readonly MacKey[];
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
    keys = { own: own && (await deriveMacKey(own)), given: await Promise.all(given.map((one) => deriveMacKey(one))) };
    return keys;
  };
}

/** The secret of a machine key. Every replica with the same credentials derives the same grant key. */
export function secretOfCredentials(credentials: Credentials): MacSecret {
  return {
    secret: credentials.secretKey,
    salt: `${credentials.organizationId.toLowerCase()} ${credentials.accessKey}`,
  };
}

/** The secret of one of `grantKeys`. */
export function secretOfGrantKey(secret: string): MacSecret {
  return { secret, salt: 'given' };
}
