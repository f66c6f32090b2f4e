import type { Credentials } from './credentials.ts';

/** Known to this package alone, so that nothing on a client shows them. */
const credentialsOf = new WeakMap<object, () => Credentials>();

/**
 * Keeps a client's credentials for the handler, which derives its own keys from them.
 *
 * @param credentials - checks them; throws MeshesInputError where they cannot be used.
 */
export function rememberCredentials(client: object, credentials: () => Credentials): void {
  credentialsOf.set(client, credentials);
}

/** What gives the credentials of a client that this package made, or throws MeshesInputError; null for any other client. */
export function recallCredentials(client: object): (() => Credentials) | null {
  return credentialsOf.get(client) ?? null;
}
