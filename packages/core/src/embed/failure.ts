import type { ProblemCode } from '../diagnostics/codes.ts';
import type { Failure } from '../machine/context.ts';
import { SessionError } from '../session/parseSession.ts';
import { LaunchUrlError } from './launchUrl.ts';

/** What an answer to a launch means; another try is pointless then. */
const refusals: Readonly<Record<number, ProblemCode>> = {
  401: 'not-authorized',
  403: 'not-authorized',
  404: 'not-found',
  409: 'session-revoked',
  410: 'session-revoked',
};

/** No backend puts the embed to sleep for longer. ms */
const longestRetryAfter = 86_400_000;

/**
 * What a rejection of `fetchSession` or `refreshSession` means. Of an error only `status`, `retryAfterMs` and `code` are
 * read: its text may hold anything.
 */
export function failureOf(error: unknown, refreshing: boolean): Failure {
  // Where a refresh brings nothing of use, the session in use still has its own token.
  if (error instanceof SessionError) {
    return { problem: { code: error.field === 'access_token' ? 'token-malformed' : 'session-malformed', seen: error.message }, final: !refreshing };
  }
  if (error instanceof LaunchUrlError) return { problem: { code: 'launch-url-refused', seen: error.message }, final: true };
  const { status, retryAfterMs, code: reason } = (error ?? {}) as { status?: unknown; retryAfterMs?: unknown; code?: unknown };
  if (reason === 'bad-page') return { problem: { code: 'page-refused' }, final: true };
  if (reason === 'source-missing') return { problem: { code: reason }, final: false };
  if (!Number.isInteger(status)) return { problem: { code: 'backend-unreachable' }, final: false };
  const refusal = refusals[status as number];
  // A refused refresh is not the end: what refuses a newer token may well give a fresh session.
  const renewable = refreshing && status !== 409;
  return {
    problem: { code: refusal ? (renewable ? 'refresh-refused' : refusal) : 'backend-failed', seen: `status ${status}` },
    final: refusal !== undefined && (!renewable || status === 403),
    retryAfterMs: Number.isFinite(retryAfterMs) ? Math.min(Math.max(0, retryAfterMs as number), longestRetryAfter) : undefined,
  };
}
