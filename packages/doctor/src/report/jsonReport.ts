import { findings } from '../findings.ts';
import type { CheckResult } from '../runChecks.ts';
import type { DoctorSettings } from '../settings.ts';

/** The one line of `--json`. */
export function jsonReport(
  settings: DoctorSettings,
  results: readonly CheckResult[],
  sessions: { readonly minted: number; readonly revoked: number },
  stopped: boolean,
): string {
  const count = (status: CheckResult['outcome']['status']) =>
    results.filter(({ outcome }) => outcome.status === status).length;
  return JSON.stringify({
    workspace: settings.workspaceId,
    origin: settings.origin,
    endpoint: settings.endpoint?.url.href ?? null,
    checks: results.map(({ check, expected, outcome }) => ({
      check,
      ...outcome,
      expected,
      ...(outcome.status === 'failed' && findings[outcome.code]),
    })),
    passed: count('passed'),
    failed: count('failed'),
    unknown: count('unknown'),
    sessions,
    stopped,
  });
}
