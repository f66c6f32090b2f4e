import { isLoopback } from '@meshes-embed/core/session';
import * as v from 'valibot';
import { checkInput } from '../shared/checkInput.ts';
import { kindOf } from '../shared/kindOf.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { parseUrl } from '../shared/parseUrl.ts';
import { optionalField, wholeNumber } from '../shared/sessionFields.ts';
import { retriesField } from './callOptions.ts';
import { checkCredentials, type Credentials } from './credentials.ts';

/** The address of the real service (contract §2). */
const serviceUrl = 'https://api.meshes.io/api/v1';
const apiPath = '/api/v1';
const defaultTimeoutMs = 10_000;
const defaultRetries = 2;

/**
 * Options of `createMeshesClient`. The machine key may still be missing, as on a machine that only builds. It is checked
 * when the client is first used.
 */
export interface MeshesClientOptions {
  /** UUID of your organization. Required at the first use, like the two keys. */
  readonly organizationId: string | undefined;
  /** `mk_…` */
  readonly accessKey: string | undefined;
  /** At least 43 characters. */
  readonly secretKey: string | undefined;
  /** Default `https://api.meshes.io`; with or without `/api/v1`. https, or http on loopback. */
  readonly baseUrl?: string | undefined;
  /** Used in place of the global `fetch`. It is called without `this`. What it throws becomes the `cause` of the error. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Time for a whole call with all its retries, in ms, 1 to 600,000. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** How often a call is retried after a temporary failure, 0 to 10. A call's own `retries` replaces it. Default 2. */
  readonly retries?: number | undefined;
}

/** {@link MeshesClientOptions}, checked and complete. */
export interface ClientSettings {
  /**
   * The machine key. Checked at each call.
   *
   * @throws MeshesInputError if the machine key or `baseUrl` is missing or malformed.
   */
  readonly credentials: () => Credentials;
  /** Ends in `/api/v1`. */
  readonly baseUrl: string;
  /** Whether Meshes is a sandbox on this machine, so that launch URLs may be plain http on loopback. */
  readonly insecure: boolean;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly retries: number;
}

/** Whether text is a valid `baseUrl`. */
export function isServiceUrl(text: string): boolean {
  const url = parseUrl(text);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

const serviceUrlExpectation = 'an https URL without user, query or fragment (http on loopback only)';

/** Whether a variable is set to blank text, as in a build without secrets. That is an error only at the first use. */
function isBlank(text: string): boolean {
  return text.trim() === '';
}

const entries = {
  baseUrl: optionalField(
    v.pipe(
      v.string(),
      v.check((text) => isBlank(text) || isServiceUrl(text)),
    ),
    serviceUrlExpectation,
  ),
  fetch: optionalField(
    v.custom<typeof globalThis.fetch>((value) => typeof value === 'function'),
    'a function like the global fetch',
  ),
  timeoutMs: optionalField(wholeNumber(1, 600_000), 'a whole number of ms from 1 to 600000'),
  retries: retriesField,
};

const schema = v.object(entries);

/**
 * Checks the options of a client and fills in the defaults. Options that come from the environment may be missing until
 * the client is used.
 *
 * @throws MeshesInputError with code `bad-option`.
 */
export function checkClientOptions(options: MeshesClientOptions): ClientSettings {
  const checked = checkInput<Omit<MeshesClientOptions, keyof Credentials>>(
    schema,
    options,
    'createMeshesClient',
    'bad-option',
  );
  const { organizationId, accessKey, secretKey } = options;
  const { baseUrl = serviceUrl } = checked;
  const url = new URL(isBlank(baseUrl) ? serviceUrl : baseUrl);
  const path = url.pathname.replace(/\/+$/, '');
  return {
    credentials: () => {
      // The real service must not be called by mistake where another one was meant.
      if (isBlank(baseUrl))
        throw new MeshesInputError(
          'bad-option',
          'baseUrl',
          `createMeshesClient: baseUrl: expected ${serviceUrlExpectation}, or nothing for the real service, got ${kindOf(baseUrl)}`,
        );
      return checkCredentials({ organizationId, accessKey, secretKey });
    },
    baseUrl: url.origin + (path.endsWith(apiPath) ? path : path + apiPath),
    insecure: url.protocol === 'http:',
    fetch: checked.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs: checked.timeoutMs ?? defaultTimeoutMs,
    retries: checked.retries ?? defaultRetries,
  };
}
