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
  return request.method === 'OPTIONS' && 'access-control-allow-origin' in cors && request.headers.has('access-control-request-method');
}
