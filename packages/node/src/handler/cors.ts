/**
 * What pages send besides the body: its type, who asks, what guards against forged requests, and what tracing adds to
 * every request of a page.
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
 * What lets a page of another origin read the answers: only for the origins that the host named, each by itself.
 * Everybody else gets no header at all.
 */
export function corsHeaders(request: Request, allowedOrigins: ReadonlySet<string>): Readonly<Record<string, string>> {
  const origin = request.headers.get('origin');
  if (origin === null || !allowedOrigins.has(origin)) return {};
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'Retry-After',
  };
}

/** Whether a browser asks for a page of an allowed origin what it may send. */
export function isPreflight(request: Request, cors: Readonly<Record<string, string>>): boolean {
  return (
    request.method === 'OPTIONS' &&
    'access-control-allow-origin' in cors &&
    request.headers.has('access-control-request-method')
  );
}

/**
 * What a page may send: always the same list, whatever it asked for.
 *
 * @param more - names of headers that the host allows besides the usual ones.
 */
export function permissions(more: readonly string[]): Readonly<Record<string, string>> {
  return {
    'access-control-allow-methods': 'POST, DELETE',
    'access-control-allow-headers': [...new Set([...usualHeaders, ...more])].join(', '),
    'access-control-max-age': '600',
  };
}
