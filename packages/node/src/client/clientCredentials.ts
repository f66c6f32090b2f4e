import type { Credentials } from './credentials.ts';

/** Kept outside of the client, so that printing a client does not show them. */
const credentialsOf = new WeakMap<object, () => Credentials>();

/**
 * Remembers a client's credentials for the handler, which derives the grant keys from them.
 *
 * @param credentials - checks and returns them; throws MeshesInputError if they are missing or malformed.
 */
export function rememberCredentials(client: object, credentials: () => Credentials): void {
  credentialsOf.set(client, credentials);
}

/** The function that was remembered for a client; null for a client that this copy of the package did not make. */
export function recallCredentials(client: object): (() => Credentials) | null {
  return credentialsOf.get(client) ?? null;
}
