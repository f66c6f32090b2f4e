import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../state/clock.ts';

/** What every answer of the service carries: a request id, the service's own idea of the time, and no caching unless a route says otherwise. */
export function serviceHeaders(clock: Clock): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.res.headers.set('x-request-id', crypto.randomUUID());
    c.res.headers.set('Date', new Date(clock.now()).toUTCString());
    c.res.headers.set('X-Content-Type-Options', 'nosniff');
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store');
  };
}
