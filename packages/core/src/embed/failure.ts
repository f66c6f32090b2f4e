import { problemOf, type ProblemCode } from '../diagnostics/problems.ts';
import type { Failure } from '../machine/context.ts';
import { SessionError } from '../session/parseSession.ts';
import { LaunchUrlError } from './launchUrl.ts';

/** Answers after which another try is pointless, and what they mean: for a launch, and for a refresh. */
const finalStatuses: Readonly<Record<number, readonly [ProblemCode, ProblemCode]>> = {
  401: ['not-authorized', 'refresh-refused'],
  403: ['not-authorized', 'refresh-refused'],
  404: ['not-found', 'refresh-refused'],
  409: ['session-revoked', 'session-revoked'],
  410: ['session-revoked', 'session-revoked'],
};

/**
 * What a rejection of `fetchSession` or `refreshSession` means. Of an error only `status`, `retryAfterMs` and `code` are
 * read: its text may hold anything.
 */
export function failureOf(error: unknown, refreshing: boolean): Failure {
  if (error instanceof SessionError) {
    return { problem: problemOf(error.field === 'access_token' ? 'token-malformed' : 'session-malformed', error.message), final: true };
  }
  if (error instanceof LaunchUrlError) return { problem: problemOf('launch-url-refused', error.message), final: true };
  const { status, retryAfterMs, code: reason } = (error ?? {}) as { status?: unknown; retryAfterMs?: unknown; code?: unknown };
  if (reason === 'bad-page') return { problem: problemOf('page-refused'), final: true };
  if (!Number.isInteger(status)) return { problem: problemOf('backend-unreachable'), final: false };
  const code = finalStatuses[status as number]?.[refreshing ? 1 : 0];
  return {
    problem: problemOf(code ?? 'backend-failed', `status ${status}`),
    final: code !== undefined,
    // A backend cannot put the embed to sleep for good.
    retryAfterMs: Number.isFinite(retryAfterMs) ? Math.min(Math.max(0, retryAfterMs as number), 600_000) : undefined,
  };
}
