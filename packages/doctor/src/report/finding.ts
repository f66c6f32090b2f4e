import { findings, type Explanation, type FindingCode } from '../findings.ts';
import type { CheckResult } from '../runChecks.ts';

/** Something that was found, with all that there is to say about it. */
export interface Finding extends Explanation {
  readonly code: FindingCode;
  readonly check: CheckResult['check'];
  readonly seen: string;
  readonly expected: string;
}

/** What was found, in the order of looking. */
export function findingsOf(results: readonly CheckResult[]): readonly Finding[] {
  return results.flatMap(({ check, expected, outcome }) =>
    outcome.status === 'failed'
      ? [{ code: outcome.code, check, seen: outcome.seen, expected, ...findings[outcome.code] }]
      : [],
  );
}
