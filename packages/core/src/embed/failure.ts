import { problemOf, type ProblemCode } from '../diagnostics/problems.ts';
import type { Failure } from '../machine/context.ts';
import { SessionError } from '../session/parseSession.ts';
import { LaunchUrlError } from './launchUrl.ts';

/** Answers after which another try is pointless, and what they mean. */
const finalStatuses: Readonly<Record<number, ProblemCode>> = {
  401: 'not-authorized',
  403: 'not-authorized',
  404: 'not-found',
  409: 'session-revoked',
  410: 'session-revoked',
};

/**
 * What a rejection of `fetchSession` or `refreshSession` means. Of an error only `status` and `retryAfterMs` are read:
 * its text may hold anything.
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof SessionError) return { problem: problemOf('session-malformed', error.message), final: true };
  if (error instanceof LaunchUrlError) return { problem: problemOf('launch-url-refused', error.message), final: true };
  const { status, retryAfterMs } = (error ?? {}) as { status?: unknown; retryAfterMs?: unknown };
  if (!Number.isInteger(status)) return { problem: problemOf('backend-unreachable'), final: false };
  const code = finalStatuses[status as number];
  return {
    problem: problemOf(code ?? 'backend-failed', `status ${status}`),
    final: code !== undefined,
    // A backend cannot put the embed to sleep for good.
    retryAfterMs: Number.isFinite(retryAfterMs) ? Math.min(Math.max(0, retryAfterMs as number), 600_000) : undefined,
  };
}
