import type { MiddlewareHandler } from 'hono';
import type { Faults } from '../faults/faults.ts';
import { requireCaller, wait } from './wait.ts';

/** Acts out the faults that concern every request: `latency` before it, and one use of `clock-skew` after it. */
export function serviceFaults(faults: Faults): MiddlewareHandler {
  return async (c, next) => {
    const latency = faults.take('latency');
    if (latency !== undefined) {
      await wait(latency.ms, c.req.raw.signal);
      requireCaller(c.req.raw.signal);
    }
    await next();
    faults.take('clock-skew');
  };
}
