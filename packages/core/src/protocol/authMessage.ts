import type { AuthMessage } from './messages.ts';

/** Longest access token that is sent. Characters; a JWT of the service is far below. */
const maxTokenLength = 8192;

/** Whether this can be an access token at all: a string, not blank, at most 8,192 characters. */
export function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= maxTokenLength;
}

/**
 * The one message that the host sends (contract §5): exactly `{ type, token }`, with nothing else on it.
 *
 * @param token - the current access token, a plain string.
 * @throws TypeError where the token is not a string, blank or over 8,192 characters. The message never holds the token.
 */
export function authMessage(token: string): AuthMessage {
  if (!isToken(token)) throw new TypeError(`access token: expected 1 to ${maxTokenLength} characters`);
  return { type: 'meshes:auth', token };
}
