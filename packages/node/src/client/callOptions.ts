import * as v from 'valibot';
import { checkInput } from '../shared/checkInput.ts';
import { optionalField, wholeNumber } from '../shared/sessionFields.ts';

/** Options of a single call, its last argument. */
export interface CallOptions {
  /** Stops the call; it then rejects with the signal's own reason. */
  readonly signal?: AbortSignal | undefined;
  /** Replaces the client's `retries` for this call; for a listing, for each page. 0 to 10; 0 sends it only once. */
  readonly retries?: number | undefined;
}

/** How often a call is retried, as an option of the client and of a call. */
export const retriesField = optionalField(wholeNumber(0, 10), 'a whole number from 0 to 10');

/** A signal of any realm or polyfill. */
function isSignal(value: unknown): boolean {
  const { aborted, addEventListener } = (value ?? {}) as Partial<AbortSignal>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function';
}

const schema = v.object({
  signal: optionalField(v.custom<AbortSignal>(isSignal), 'an AbortSignal'),
  retries: retriesField,
});

/**
 * Checks the options of one call before anything is sent.
 *
 * @param what - the call, such as `sessions.mint`.
 * @throws MeshesInputError with code `bad-option`.
 */
export function checkCallOptions(options: CallOptions, what: string): CallOptions {
  return checkInput<CallOptions>(schema, options, what, 'bad-option');
}
