import type { Credentials } from './credentials.ts';

/** Known to this package alone, so that nothing on a client shows them. */
const credentialsOf = new WeakMap<object, Credentials>();

/** Keeps a client's credentials for the handler, which derives its own keys from them. */
export function rememberCredentials(client: object, credentials: Credentials): void {
  credentialsOf.set(client, credentials);
}

/** The credentials of a client that this package made, or null. */
export function recallCredentials(client: object): Credentials | null {
  return credentialsOf.get(client) ?? null;
}
