import type { SessionRequest } from './sessionRequest.ts';

/**
 * Request headers that pages of other origins may always send: for the content type, sign-in, CSRF protection, and the
 * headers that tracing adds to every request of a page.
 */
const usualHeaders = [
  'content-type',
  'authorization',
  'x-csrf-token',
  'x-xsrf-token',
  'x-requested-with',
  'traceparent',
  'tracestate',
  'baggage',
  'sentry-trace',
];

/**
 * The headers that let a page of another origin read the answers. Only origins that the host named get them; every other
 * origin gets no CORS header.
 */
export function corsHeaders(
  request: SessionRequest,
  allowedOrigins: ReadonlySet<string>,
): Readonly<Record<string, string>> {
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Retry-After',
  };
}

/** Whether a request is the preflight of a page of an allowed origin. */
export function isPreflight(request: SessionRequest, cors: Readonly<Record<string, string>>): boolean {
  return (
    request.method === 'OPTIONS' &&
    'access-control-allow-origin' in cors &&
    request.headers.has('access-control-request-method')
  );
}

/**
 * The headers of a preflight's answer that say what a page may send. They do not depend on what it asked for.
 *
 * @param more - names of headers that the host allows besides the usual ones.
 */
export function preflightHeaders(more: readonly string[]): Readonly<Record<string, string>> {
  return {
    'access-control-allow-methods': 'POST, DELETE',
    'access-control-allow-headers': [...new Set([...usualHeaders, ...more])].join(', '),
    'access-control-max-age': '600',
  };
}
