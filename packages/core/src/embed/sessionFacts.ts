import type { SessionFacts } from '../machine/context.ts';
import type { LaunchSession, RefreshedSession } from '../session/session.ts';

/** Where the answer does not tell, the contract's minimum counts (§1). ms */
const assumedTtlMs = 300_000;
/** No token is trusted for longer, whatever it says; timers stay far below their limit, too. ms */
const maxTtlMs = 86_400_000;
/** The launch URL's life by default, and at most (contract §1). ms */
const defaultLaunchTtlMs = 30_000;
const maxLaunchTtlMs = 60_000;

/**
 * What may be known of a session that has just come.
 *
 * @param elapsedMs - how long the answer took: so much the launch URL has aged at most. ms
 * @param before - what was known of the session before a refresh, for what its answer leaves out
 */
export function sessionFacts(
  session: RefreshedSession & Partial<LaunchSession>,
  elapsedMs: number,
  before?: SessionFacts | null,
): SessionFacts {
  const [ttlMs, ttlSource] = ttlOf(session);
  return {
    sessionId: session.session_id,
    workspaceId: session.workspace_id ?? before?.workspaceId ?? null,
    role: session.role ?? before?.role ?? null,
    sessionType: session.session_type ?? before?.sessionType ?? null,
    ttlMs,
    ttlSource,
    expiresAt: Date.now() + ttlMs,
    launchTtlMs: session.launch_url ? launchTtlOf(session) - elapsedMs : 0,
  };
}

function ttlOf({ expires_in, expires_at }: RefreshedSession): [number, SessionFacts['ttlSource']] {
  if (expires_in !== undefined) return [Math.min(expires_in * 1000, maxTtlMs), 'expires_in'];
  // By this machine's clock, which may be wrong: there is no other.
  // Stryker disable next-line StringLiteral: any text will do that is no date.
  const left = Date.parse(expires_at ?? '') - Date.now();
  return left > 0 ? [Math.min(left, maxTtlMs), 'expires_at'] : [assumedTtlMs, 'assumed'];
}

/** The service's clock is told by the token's end and life, so that this machine's clock is of no matter. ms */
function launchTtlOf({ expires_at, expires_in, launch_expires_at }: RefreshedSession & Partial<LaunchSession>): number {
  // Stryker disable next-line StringLiteral: any text will do that is no date.
  const serviceTime = Date.parse(expires_at ?? '') - (expires_in ?? Number.NaN) * 1000;
  // Stryker disable next-line StringLiteral: any text will do that is no date.
  const ttlMs = Date.parse(launch_expires_at ?? '') - serviceTime;
  return Number.isNaN(ttlMs) ? defaultLaunchTtlMs : Math.min(ttlMs, maxLaunchTtlMs);
}
