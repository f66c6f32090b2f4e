import { problemOf, type ProblemCode } from '../diagnostics/problems.ts';
import type { Failure } from '../machine/context.ts';
import { SessionError } from '../session/parseSession.ts';
import { LaunchUrlError } from './launchUrl.ts';

/**
 * What an answer means, for a launch and for a refresh, and whether another try is pointless. A refused refresh is not:
 * what refuses a newer token may well give a fresh session.
 */
const refusals: Readonly<Record<number, readonly [launch: ProblemCode, refresh: ProblemCode, refreshFinal?: true]>> = {
  401: ['not-authorized', 'refresh-refused'],
  403: ['not-authorized', 'refresh-refused', true],
  404: ['not-found', 'refresh-refused'],
  409: ['session-revoked', 'session-revoked', true],
  410: ['session-revoked', 'refresh-refused'],
};

/** No backend puts the embed to sleep for longer. ms */
const longestRetryAfter = 86_400_000;

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
  if (reason === 'source-missing') return { problem: problemOf(reason), final: false };
  if (!Number.isInteger(status)) return { problem: problemOf('backend-unreachable'), final: false };
  const [launch, refresh, refreshFinal] = refusals[status as number] ?? [];
  const code = refreshing ? refresh : launch;
  return {
    problem: problemOf(code ?? 'backend-failed', `status ${status}`),
    final: code !== undefined && (!refreshing || refreshFinal === true),
    retryAfterMs: Number.isFinite(retryAfterMs) ? Math.min(Math.max(0, retryAfterMs as number), longestRetryAfter) : undefined,
  };
}
