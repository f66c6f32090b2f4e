import * as v from 'valibot';
import type { MeshesClient } from '../client/createMeshesClient.ts';
import { checkInput } from '../shared/checkInput.ts';
import { isExactOrigin } from '../shared/isExactOrigin.ts';
import { field, optionalField, wholeNumber } from '../shared/sessionFields.ts';
import type { GrantSecrets } from './grantKeys.ts';
import { grantSecretsOf } from './grantSecrets.ts';
import { logError } from './logError.ts';
import type { SessionRequest } from './sessionRequest.ts';
import type { SessionAuthorization } from './sessionAuthorization.ts';
import { createLimit, upstreamLimit, type Limit } from './upstreamLimit.ts';

const defaultGrantTtlSeconds = 86_400;
const defaultTimeoutMs = 10_000;

/** The result of `authorize`. Null, undefined and false mean that no one is signed in. */
export type AuthorizeResult = SessionAuthorization | null | undefined | false;

/** Options of `createSessionHandler`. */
export interface SessionHandlerOptions<Asking extends SessionRequest = Request> {
  /** Made by `createMeshesClient`. Its `retries` are not used here: the page retries, so each of its requests is sent only once. */
  readonly client: MeshesClient;
  /**
   * Returns what the caller of this request may have, or null, undefined or false if no one is signed in. It must not
   * read the request's body. It is called for each mint, refresh and revocation.
   */
  readonly authorize: (request: Asking) => AuthorizeResult | Promise<AuthorizeResult>;
  /**
   * Other origins whose pages may ask, each exactly as browsers write it. Origins of apps are allowed, such as
   * `capacitor://localhost`. Only these origins get CORS headers. Default none.
   */
  readonly allowedOrigins?: readonly string[] | undefined;
  /**
   * Names of headers that pages of `allowedOrigins` may send besides `content-type`, `authorization`, `x-csrf-token`,
   * `x-xsrf-token`, `x-requested-with` and those of tracing (`traceparent`, `tracestate`, `baggage`, `sentry-trace`).
   * Give each name in full; `*` is not allowed. Default none.
   */
  readonly allowedHeaders?: readonly string[] | undefined;
  /**
   * 1 to 10 random secrets of 32 characters or more. Grants are signed with all of them and with the machine key; one
   * known key is enough to verify. Default: only the machine key. A missing one is an error at the first use.
   */
  readonly grantKeys?: readonly string[] | undefined;
  /** Life of a grant in seconds, 300 to 2,592,000; each refresh renews it. Default 86,400. */
  readonly grantTtlSeconds?: number | undefined;
  /**
   * How many calls to Meshes may run at once, 1 to 10,000; further calls wait. Default 64, shared by all handlers of the
   * process that do not set this option.
   */
  readonly maxConcurrent?: number | undefined;
  /** Time for `authorize`, in ms, 1 to 600,000. Default 10,000. */
  readonly authorizeTimeoutMs?: number | undefined;
  /** Time for a request's body to arrive, in ms, 1 to 600,000. Default 10,000. */
  readonly bodyTimeoutMs?: number | undefined;
  /** How long a call may wait for its turn under `maxConcurrent`, in ms, 1 to 600,000. Default 10,000. */
  readonly queueTimeoutMs?: number | undefined;
  /** Called with every error that an operator should see. Default: one line on `console.error`, without secrets. */
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** {@link SessionHandlerOptions}, checked and complete. */
export interface HandlerSettings {
  readonly client: MeshesClient;
  readonly authorize: SessionHandlerOptions<SessionRequest>['authorize'];
  readonly allowedOrigins: ReadonlySet<string>;
  /** In lower case. */
  readonly allowedHeaders: readonly string[];
  readonly grantSecrets: () => GrantSecrets;
  readonly grantTtlSeconds: number;
  readonly limit: Limit;
  readonly authorizeTimeoutMs: number;
  readonly bodyTimeoutMs: number;
  readonly queueTimeoutMs: number;
  readonly onError: (error: unknown) => void;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function isClient(value: unknown): boolean {
  return typeof (value as { sessions?: { mint?: unknown } } | null)?.sessions?.mint === 'function';
}

/** A header's name. `*`, which would allow any header, is refused. */
const headerNamePattern = /^[A-Za-z0-9!#$%&'+.^_`|~-]{1,128}$/;

const timeoutField = optionalField(wholeNumber(1, 600_000), 'a whole number of ms from 1 to 600000');

const entries = {
  client: field(v.custom<MeshesClient>(isClient), 'what createMeshesClient() made'),
  authorize: field(
    v.custom<SessionHandlerOptions<SessionRequest>['authorize']>(isFunction),
    'a function that says what the caller of a request may have',
  ),
  allowedOrigins: optionalField(
    v.array(v.pipe(v.string(), v.check(isExactOrigin))),
    'origins exactly as browsers write them, like https://app.example.com or capacitor://localhost',
  ),
  allowedHeaders: optionalField(
    v.array(v.pipe(v.string(), v.regex(headerNamePattern))),
    'names of headers, like x-tenant, each by itself and no *',
  ),
  // Checked in grantSecretsOf, because a missing key is an error only at the first use.
  grantKeys: optionalField(
    v.custom<readonly string[]>(() => true),
    '1 to 10 random secrets',
  ),
  grantTtlSeconds: optionalField(wholeNumber(300, 2_592_000), 'a whole number of seconds from 300 to 2592000'),
  maxConcurrent: optionalField(wholeNumber(1, 10_000), 'a whole number from 1 to 10000'),
  authorizeTimeoutMs: timeoutField,
  bodyTimeoutMs: timeoutField,
  queueTimeoutMs: timeoutField,
  onError: optionalField(v.custom<(error: unknown) => void>(isFunction), 'a function'),
};

const schema = v.strictObject(entries);

/**
 * Checks the options of a handler and fills in the defaults.
 *
 * @throws MeshesInputError with code `bad-option`.
 */
export function checkHandlerOptions(options: SessionHandlerOptions<never>): HandlerSettings {
  const checked = checkInput<SessionHandlerOptions<SessionRequest>>(
    schema,
    options,
    'createSessionHandler',
    'bad-option',
  );
  return {
    client: checked.client,
    authorize: checked.authorize,
    allowedOrigins: new Set(checked.allowedOrigins),
    allowedHeaders: (checked.allowedHeaders ?? []).map((name) => name.toLowerCase()),
    grantSecrets: grantSecretsOf(checked.client, checked.grantKeys),
    grantTtlSeconds: checked.grantTtlSeconds ?? defaultGrantTtlSeconds,
    limit: checked.maxConcurrent === undefined ? upstreamLimit : createLimit(checked.maxConcurrent),
    authorizeTimeoutMs: checked.authorizeTimeoutMs ?? defaultTimeoutMs,
    bodyTimeoutMs: checked.bodyTimeoutMs ?? defaultTimeoutMs,
    queueTimeoutMs: checked.queueTimeoutMs ?? defaultTimeoutMs,
    onError: checked.onError ?? logError,
  };
}
