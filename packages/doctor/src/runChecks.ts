import { unknown, type Check, type CheckName, type Outcome } from './check.ts';
import type { Examination } from './examination.ts';

/** A check and what came of it. */
export interface CheckResult {
  readonly check: CheckName;
  readonly expected: string;
  readonly outcome: Outcome;
  /** The check for whose sake this one did not run. */
  readonly obstacle?: CheckResult;
}

/** Hears what goes on. */
export interface RunListener {
  started(check: CheckName): void;
  ended(result: CheckResult): void;
}

/**
 * Looks at one thing after the other, each once. What needs a check that has not passed is unknown; after the signal
 * only those that always run still do.
 *
 * @throws what a check throws that is no outcome: a mistake of this command. Those that always run have run then.
 */
export async function runChecks(
  checks: readonly Check[],
  examination: Examination,
  listener: RunListener,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  let broken: { readonly error: unknown } | null = null;
  for (const check of checks) {
    if (broken !== null && check.always !== true) continue;
    listener.started(check.name);
    const named = { check: check.name, expected: check.expected };
    const obstacle = obstacleOf(check, results);
    let result: CheckResult;
    try {
      if (examination.signal.aborted && check.always !== true)
        result = { ...named, outcome: unknown('stopped before it was looked at') };
      else if (obstacle !== undefined)
        result = {
          ...named,
          obstacle,
          outcome: unknown(`${obstacle.check} ${obstacle.outcome.status === 'failed' ? 'failed' : 'is unknown'}`),
        };
      else result = { ...named, outcome: await check.run(examination) };
    } catch (error) {
      if (!examination.signal.aborted) broken ??= { error };
      result = { ...named, outcome: unknown('stopped before it was known') };
    }
    results.push(result);
    listener.ended(result);
  }
  if (broken !== null) throw broken.error;
  return results;
}

/** What keeps a check from running: the first of the checks that it needs, and, where that did not run either, what kept that one. */
function obstacleOf({ needs }: Check, results: readonly CheckResult[]): CheckResult | undefined {
  const missing = results.find(({ check, outcome }) => needs.includes(check) && outcome.status !== 'passed');
  return missing?.obstacle ?? missing;
}
