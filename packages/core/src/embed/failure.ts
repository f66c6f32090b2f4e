import type { ProblemCode } from '../problem/codes.ts';
import type { Failure } from '../machine/context.ts';
import { SessionError } from '../session/parseSession.ts';
import { codeOfLaunch, codeOfStatus } from '../session/routeAnswer.ts';
import { readRejection } from './rejection.ts';

/** What may pass: the next try may get another answer. */
const passing: readonly ProblemCode[] = [
  'backend-failed',
  'backend-unreachable',
  'backend-timeout',
  'source-missing',
  'token-unchanged',
];

/** Mistakes in code make the same one again. */
const mistakes: readonly unknown[] = ['TypeError', 'ReferenceError', 'SyntaxError', 'RangeError', 'MeshesEmbedError'];

/** A refresh that is refused so is not the end: what refuses a newer token may well give a fresh session. */
const renewable = [401, 403, 404, 410];

/**
 * What a rejection of `fetchSession` or `refreshSession` means. Of an error only its status, its code and the kind of it
 * are read: its text may hold anything.
 */
export function failureOf(error: unknown, refreshing: boolean): Failure {
  if (error instanceof SessionError) {
    // Where a refresh brings nothing of use, the session in use still has its own token.
    return {
      problem: { code: error.field === 'access_token' ? 'token-malformed' : 'session-malformed', seen: error.message },
      final: !refreshing,
    };
  }
  const {
    status,
    reason,
    code: answered = status && codeOfStatus(status),
    seen = status && `status ${status}`,
    retryAfterMs,
    name,
    kind,
  } = readRejection(error);
  const code = refreshing ? answered : codeOfLaunch(answered, reason);
  if (code === 'page-refused') return { problem: { code }, final: true };
  const answer = (what: ProblemCode, final: boolean): Failure => ({
    problem: { code: what, seen: seen || undefined, userText: status === 401 ? 'signedOut' : undefined },
    final,
    retryAfterMs,
  });
  if (refreshing && renewable.includes(status!) && code !== 'endpoint-missing')
    return answer('refresh-refused', status === 403);
  // While the token lives, only what ends the session ends the embed.
  if (code) return answer(code, code === 'session-revoked' || (!refreshing && !passing.includes(code)));
  if (kind === 'thrown') {
    const final = !refreshing && mistakes.includes(name);
    return { problem: { code: 'host-function-threw', seen: final ? String(name) : undefined, cause: error }, final };
  }
  // Who did not answer did not ask to wait either.
  return { problem: { code: kind === 'timeout' ? 'backend-timeout' : 'backend-unreachable' }, final: false };
}
