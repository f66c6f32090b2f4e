import type { MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ApiError } from '../http/apiError.ts';
import { requireCaller, whenAborted } from '../http/wait.ts';
import type { MintStatusFault, RefreshStatusFault, RevokeStatusFault } from '../faults/fault.ts';
import type { SandboxState } from '../state/sandboxState.ts';

/** Counts every mint that is tried, whatever comes of it. */
export function countMintAttempt({ counters }: SandboxState): MiddlewareHandler {
  return async (_c, next) => {
    counters.count('mintAttempts');
    await next();
  };
}

/** Counts every refresh that is tried, whatever comes of it. */
export function countRefreshAttempt({ counters }: SandboxState): MiddlewareHandler {
  return async (_c, next) => {
    counters.count('refreshAttempts');
    await next();
  };
}

/** Acts out `mint-status`. */
export function failMint({ faults }: SandboxState): MiddlewareHandler {
  return async (_c, next) => {
    failWith(faults.take('mint-status'));
    await next();
  };
}

/** Acts out `refresh-status`. */
export function failRefresh({ faults }: SandboxState): MiddlewareHandler {
  return async (c, next) => {
    failWith(faults.take('refresh-status', c.req.param('id')));
    await next();
  };
}

/** Acts out `revoke-status`. */
export function failRevoke({ faults }: SandboxState): MiddlewareHandler {
  return async (c, next) => {
    failWith(faults.take('revoke-status', c.req.param('id')));
    await next();
  };
}

/** Acts out `refresh-hang`: nothing is done and nothing answered until the caller hangs up or the fault is deleted. */
export function hangRefresh({ faults }: SandboxState): MiddlewareHandler {
  return async (c, next) => {
    const hang = faults.takeHeld('refresh-hang', c.req.param('id'));
    if (hang !== undefined) {
      const { signal } = c.req.raw;
      await Promise.race([whenAborted(hang.deleted), whenAborted(signal)]);
      requireCaller(signal);
    }
    await next();
  };
}

function failWith(fault: MintStatusFault | RefreshStatusFault | RevokeStatusFault | undefined): void {
  if (fault === undefined) return;
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  throw new ApiError(
    fault.status as ContentfulStatusCode,
    `The fault "${fault.fault}" is in force`,
    { code: 'fault' },
    headers,
  );
}
