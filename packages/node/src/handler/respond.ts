import type { HttpError } from './httpError.ts';

/** Sent with 429 and 503 if Meshes did not say how long to wait. */
const defaultRetryAfterSeconds = 2;

/** On every answer, because it holds tokens or depends on who asks. */
const commonHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-type': 'application/json',
  vary: 'Cookie, Authorization, Origin, Sec-Fetch-Site',
  'x-content-type-options': 'nosniff',
};

/** The answer to a request that succeeded. */
export function respond(body: object, cors: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), { status: 200, headers: { ...commonHeaders, ...cors } });
}

/** The answer to a request that failed: `{ error: { code, message } }`. */
export function respondError(error: HttpError, cors: Readonly<Record<string, string>>): Response {
  const { status, code, message, details } = error;
  const headers: Record<string, string> = { ...commonHeaders, ...cors };
  if (details.allow !== undefined) headers['allow'] = details.allow;
  if (status === 429 || status === 503) headers['retry-after'] = String(secondsOf(details.retryAfterMs));
  return new Response(JSON.stringify({ error: { code, message } }), { status, headers });
}

/**
 * The answer to a preflight of an allowed origin.
 *
 * @param permitted - the headers that say what the page may send.
 */
export function respondPreflight(
  cors: Readonly<Record<string, string>>,
  permitted: Readonly<Record<string, string>>,
): Response {
  const { 'content-type': _, ...headers } = commonHeaders;
  return new Response(null, { status: 204, headers: { ...headers, ...cors, ...permitted } });
}

function secondsOf(ms: number | null | undefined): number {
  return ms === null || ms === undefined ? defaultRetryAfterSeconds : Math.max(1, Math.ceil(ms / 1000));
}
