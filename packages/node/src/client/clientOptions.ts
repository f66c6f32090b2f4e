import * as v from 'valibot';
import { checkInput } from '../shared/checkInput.ts';
import { isLoopback } from '../shared/isLoopback.ts';
import { parseUrl } from '../shared/parseUrl.ts';
import { optionalField, wholeNumber } from '../shared/sessionFields.ts';
import { retriesField } from './callOptions.ts';
import { checkCredentials, credentialEntries, type Credentials } from './credentials.ts';

/** Where the real service answers (contract §2). */
const SERVICE = 'https://api.meshes.io/api/v1';
const API_PATH = '/api/v1';
const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_RETRIES = 2;

/** Options of `createMeshesClient`. */
export interface MeshesClientOptions extends Credentials {
  /** Default `https://api.meshes.io`; with or without `/api/v1`. https, or http on loopback. */
  readonly baseUrl?: string | undefined;
  /** Stands in for the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Time for a whole call with all its retries, in ms, 1 to 600,000. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** How often a call that failed in passing is sent again, 0 to 10, where the call itself says nothing else. Default 2. */
  readonly retries?: number | undefined;
}

/** {@link MeshesClientOptions}, checked and complete. */
export interface ClientSettings {
  readonly credentials: Credentials;
  /** Ends in `/api/v1`. */
  readonly baseUrl: string;
  /** Whether Meshes is a sandbox on this machine, so that a launch URL may be plain http on loopback as well. */
  readonly insecure: boolean;
  readonly fetch: typeof globalThis.fetch;
  readonly timeoutMs: number;
  readonly retries: number;
}

/** Whether a text can be a `baseUrl`. */
export function isServiceUrl(text: string): boolean {
  const url = parseUrl(text);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

const entries = {
  ...credentialEntries,
  baseUrl: optionalField(v.pipe(v.string(), v.check(isServiceUrl)), 'an https URL without user, query or fragment (http on loopback only)'),
  fetch: optionalField(v.custom<typeof globalThis.fetch>((value) => typeof value === 'function'), 'a function like the global fetch'),
  timeoutMs: optionalField(wholeNumber(1, 600_000), 'a whole number of ms from 1 to 600000'),
  retries: retriesField,
};

const schema = v.object(entries);

/**
 * Checks the options of a client and fills in the defaults.
 *
 * @throws MeshesInputError with code `bad-credentials` or `bad-option`.
 */
export function checkClientOptions(options: MeshesClientOptions): ClientSettings {
  const credentials = checkCredentials(options);
  const checked = checkInput<MeshesClientOptions>(schema, options, 'createMeshesClient', 'bad-option');
  const url = new URL(checked.baseUrl ?? SERVICE);
  const path = url.pathname.replace(/\/+$/, '');
  return {
    credentials,
    baseUrl: url.origin + (path.endsWith(API_PATH) ? path : path + API_PATH),
    insecure: url.protocol === 'http:',
    fetch: checked.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs: checked.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    retries: checked.retries ?? DEFAULT_RETRIES,
  };
}
