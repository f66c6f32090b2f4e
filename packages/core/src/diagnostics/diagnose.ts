import type { EmbedContext } from '../machine/context.ts';
import type { SessionRole } from '../protocol/pages.ts';
import type { EmbedStatus } from '../view/view.ts';

/** The failures that the vendor's troubleshooting lists, in its order (contract §8). */
export type DiagnosticRow = 'launch' | 'authentication' | 'stale-token' | 'no-data' | 'resize';

/** One question about the embed, and what is known of its answer. */
export interface DiagnosticCheck {
  /** Stable; the key of the explanations. */
  readonly code: DiagnosticCode;
  readonly row: DiagnosticRow;
  readonly result: 'passed' | 'failed' | 'unknown';
  /** What was seen: counts and times, no secrets. */
  readonly evidence: Readonly<Record<string, string | number | boolean | null>>;
  /** Whether the toolkit already made up for what it saw go wrong. */
  readonly cured: boolean;
}

/** The code of a check; stable across releases. */
export type DiagnosticCode =
  | 'session-given'
  | 'ready-came'
  | 'frame-kept'
  | 'token-sent'
  | 'token-life-known'
  | 'refresh-works'
  | 'calls-left'
  | 'workspace-expected'
  | 'role-expected'
  | 'embed-spoke'
  | 'heights-came'
  | 'height-settled';

/** What was seen of an embed, as JSON. Holds no token, no launch URL and no text of the embed's. */
export interface DiagnosticReport {
  readonly version: 1;
  /** ms since the embed was created */
  readonly at: number;
  readonly status: EmbedStatus;
  readonly sessionId: string | null;
  /** At least one for each row. */
  readonly checks: readonly DiagnosticCheck[];
  /** How often each step of the trace was taken, by `kind name`; `drop` is a message that was not taken, and why. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What a diagnosis is made from. */
export interface DiagnosisInput {
  readonly status: EmbedStatus;
  readonly context: EmbedContext;
  /** How often each step of the trace was taken, by `kind name`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly expected?: { readonly workspaceId?: string | undefined; readonly role?: SessionRole | undefined } | undefined;
}

/**
 * Turns what was seen into findings, at least one for each row of contract §8. Pure; nothing is asked of anybody.
 *
 * A check that went wrong and was made up for since is `passed` and `cured`; one that nothing is known of is `unknown`.
 */
export function diagnose({ status, context, counts, expected = {} }: DiagnosisInput): DiagnosticReport {
  const { session, problem, sizing, refreshFailures } = context;
  const count = (step: string): number => counts[step] ?? 0;
  const launches = count('effect show-frame');
  const readies = count('in meshes:ready');
  const navigations = count('in meshes:navigate');
  const resizes = count('in meshes:resize');
  const live = status === 'live' || status === 'refreshing';
  const seen = (...codes: string[]): number => codes.reduce((sum, code) => sum + count(`problem ${code}`), 0);
  const now = (...codes: string[]): boolean => problem !== null && codes.includes(problem.code);

  const check = (
    row: DiagnosticRow,
    code: DiagnosticCode,
    passed: boolean,
    failed: boolean,
    evidence: DiagnosticCheck['evidence'],
    before = 0,
  ): DiagnosticCheck => ({
    code,
    row,
    result: failed ? 'failed' : passed ? 'passed' : 'unknown',
    evidence,
    cured: !failed && before > 0 && live,
  });

  const backend = ['backend-unreachable', 'backend-failed', 'backend-timeout', 'not-authorized', 'not-found', 'session-malformed'];
  const silent = ['ready-missing', 'launch-url-expired', 'launch-blocked'];
  const differs = (wanted: string | undefined, got: string | null | undefined): boolean => !!wanted && !!got && wanted !== got;

  return {
    version: 1,
    at: Math.round(context.now()),
    status,
    sessionId: session?.sessionId ?? null,
    counts: { ...counts },
    checks: [
      check('launch', 'session-given', session !== null, now(...backend), { status, problem: problem?.code ?? null }, seen(...backend)),
      check('launch', 'ready-came', live, now(...silent), { launches, readies }, seen(...silent)),
      check('launch', 'frame-kept', live, now('frame-reloaded'), { launches, loads: count('in load') }, seen('frame-reloaded')),
      check('authentication', 'token-sent', live, false, { readies, auths: count('out meshes:auth') }),
      check('authentication', 'token-life-known', session !== null, session?.lifeFrom === 'assumed', {
        from: session?.lifeFrom ?? null,
        life: session?.life ?? null,
      }),
      check('stale-token', 'refresh-works', context.generation > 1 && live, refreshFailures > 0 || now('session-revoked'), {
        generation: context.generation,
        failures: refreshFailures,
      }),
      check('stale-token', 'calls-left', context.calls.length > 0, now('calls-spent'), { calls: context.calls.length }),
      check('no-data', 'workspace-expected', session !== null, differs(expected.workspaceId, session?.workspaceId), {
        expected: expected.workspaceId ?? null,
        workspace: session?.workspaceId ?? null,
      }),
      check('no-data', 'role-expected', session !== null, differs(expected.role, session?.role), {
        expected: expected.role ?? null,
        role: session?.role ?? null,
      }),
      check('no-data', 'embed-spoke', navigations + resizes > 0, false, { navigations, resizes }),
      check('resize', 'heights-came', resizes > 0, false, { resizes, height: sizing.height, min: sizing.min, max: sizing.max }),
      check('resize', 'height-settled', sizing.height !== null, sizing.held, { held: sizing.held, height: sizing.height }),
    ],
  };
}
