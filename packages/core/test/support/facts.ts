import type { ProblemCode } from '../../src/diagnostics/index.ts';
import type { Failure, SessionFacts } from '../../src/machine/index.ts';

/** A session as an actor brings it: half an hour of life, thirty seconds to launch. Always a new object. */
export function facts(changes: Partial<SessionFacts> = {}): SessionFacts {
  return {
    sessionId: 'session-1',
    workspaceId: 'workspace-1',
    role: 'admin',
    sessionType: 'workspace',
    ttlMs: 1_800_000,
    ttlSource: 'expires_in',
    expiresAt: 0,
    launchTtlMs: 30_000,
    ...changes,
  };
}

/** A failure as an actor rejects with it. */
export function failure(code: ProblemCode = 'backend-failed', changes: Partial<Failure> = {}): Failure {
  return { problem: { code }, final: false, ...changes };
}
