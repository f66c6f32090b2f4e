import type { HttpError } from './httpError.ts';

/** Said with 429 and 503 where no one knows better. */
const defaultRetryAfterSeconds = 2;

/** On every answer: it holds tokens, or depends on who asks. */
const commonHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-type': 'application/json',
  vary: 'Cookie, Authorization, Origin, Sec-Fetch-Site',
  'x-content-type-options': 'nosniff',
};

/** A success. */
export function respond(body: object, cors: Readonly<Record<string, string>>): Response {
  return new Response(JSON.stringify(body), { status: 200, headers: { ...commonHeaders, ...cors } });
}

/** A refusal: `{ error: { code, message } }`. */
export function respondError(refusal: HttpError, cors: Readonly<Record<string, string>>): Response {
  const { status, code, message, details } = refusal;
  const headers: Record<string, string> = { ...commonHeaders, ...cors };
  if (details.allow !== undefined) headers['allow'] = details.allow;
  if (status === 429 || status === 503) headers['retry-after'] = String(seconds(details.retryAfterMs));
  return new Response(JSON.stringify({ error: { code, message } }), { status, headers });
}

/**
 * The answer to a preflight of an allowed origin.
 *
 * @param permitted - what the page may send.
 */
export function respondPreflight(
  cors: Readonly<Record<string, string>>,
  permitted: Readonly<Record<string, string>>,
): Response {
  const { 'content-type': _, ...headers } = commonHeaders;
  return new Response(null, { status: 204, headers: { ...headers, ...cors, ...permitted } });
}

function seconds(ms: number | null | undefined): number {
  return ms === null || ms === undefined ? defaultRetryAfterSeconds : Math.max(1, Math.ceil(ms / 1000));
}
