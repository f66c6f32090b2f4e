import * as v from 'valibot';
import type { MeshesClient } from '../client/client.ts';
import { checkInput } from '../shared/checkInput.ts';
import { isExactOrigin } from '../shared/exactOrigin.ts';
import { field, optionalField, wholeNumber } from '../shared/sessionFields.ts';
import type { GrantSecrets } from './grantKeys.ts';
import { grantSecretsOf } from './grantSecrets.ts';
import { logError } from './logError.ts';
import type { SessionAuthorization } from './sessionAuthorization.ts';

const DEFAULT_GRANT_TTL_S = 86_400;

/** What `authorize` may return. */
export type AuthorizeResult = SessionAuthorization | null | undefined;

/** Options of `createSessionHandler`. */
export interface SessionHandlerOptions {
  /** Made by `createMeshesClient`. Its `retries` do not count here: the page tries again, and so its requests are sent only once. */
  readonly client: MeshesClient;
  /**
   * Says what the caller of this request may have, or null where nobody is signed in. Has 10 s. Must not read the
   * request's body. Called for each mint, each refresh and each revocation.
   */
  readonly authorize: (request: Request) => AuthorizeResult | Promise<AuthorizeResult>;
  /** Origins whose pages may ask besides the host's own. They also get CORS headers; nobody else does. Default none. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /**
   * 1 to 10 random secrets of 32 characters or more. All of them sign, and so does the machine key; any that is known to
   * both sides verifies. Default: the machine key only. A missing one is told at the first use.
   */
  readonly grantKeys?: readonly string[] | undefined;
  /** Life of a grant in seconds, 300 to 2,592,000; each refresh renews it. Default 86,400. */
  readonly grantTtlSeconds?: number | undefined;
  /** Hears of what the operator should know. Default: one line on `console.error`, without secrets. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** {@link SessionHandlerOptions}, checked and complete. */
export interface HandlerSettings {
  readonly client: MeshesClient;
  readonly authorize: SessionHandlerOptions['authorize'];
  readonly allowedOrigins: ReadonlySet<string>;
  readonly grantSecrets: () => GrantSecrets;
  readonly grantTtlSeconds: number;
  readonly onError: (error: unknown) => void;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isClient(value: unknown): boolean {
  return typeof (value as { sessions?: { mint?: unknown } } | null)?.sessions?.mint === 'function';
}

const entries = {
  client: field(v.custom<MeshesClient>(isClient), 'what createMeshesClient() made'),
  authorize: field(v.custom<SessionHandlerOptions['authorize']>(isFunction), 'a function that says what the caller of a request may have'),
  allowedOrigins: optionalField(v.array(v.pipe(v.string(), v.check(isExactOrigin))), 'origins exactly as browsers write them, like https://app.example.com'),
  // Looked at where grants are: what is missing is told only at the first use.
  grantKeys: optionalField(v.custom<readonly string[]>(() => true), '1 to 10 random secrets'),
  grantTtlSeconds: optionalField(wholeNumber(300, 2_592_000), 'a whole number of seconds from 300 to 2592000'),
  onError: optionalField(v.custom<(error: unknown) => void>(isFunction), 'a function'),
};

const schema = v.strictObject(entries);

/**
 * Checks the options of a handler and fills in the defaults.
 *
 * @throws MeshesInputError with code `bad-option`.
 */
export function checkHandlerOptions(options: SessionHandlerOptions): HandlerSettings {
  const checked = checkInput<SessionHandlerOptions>(schema, options, 'createSessionHandler', 'bad-option');
  return {
    client: checked.client,
    authorize: checked.authorize,
    allowedOrigins: new Set(checked.allowedOrigins),
    grantSecrets: grantSecretsOf(checked.client, checked.grantKeys),
    grantTtlSeconds: checked.grantTtlSeconds ?? DEFAULT_GRANT_TTL_S,
    onError: checked.onError ?? logError,
  };
}
