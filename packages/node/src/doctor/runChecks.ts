import { unknown, type Check, type CheckName, type Outcome } from './check.ts';
import type { Examination } from './examination.ts';

/** A check and what came of it. */
export interface CheckResult {
  readonly check: CheckName;
  readonly expected: string;
  readonly outcome: Outcome;
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
export async function runChecks(checks: readonly Check[], examination: Examination, listener: RunListener): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  let broken: { readonly error: unknown } | null = null;
  for (const check of checks) {
    if (broken !== null && check.always !== true) continue;
    listener.started(check.name);
    let outcome: Outcome;
    try {
      outcome = reasonNotToRun(check, results, examination.signal) ?? (await check.run(examination));
    } catch (error) {
      if (!examination.signal.aborted) broken ??= { error };
      outcome = unknown('stopped before it was known');
    }
    const result = { check: check.name, expected: check.expected, outcome };
    results.push(result);
    listener.ended(result);
  }
  if (broken !== null) throw broken.error;
  return results;
}

function reasonNotToRun({ needs, always }: Check, results: readonly CheckResult[], signal: AbortSignal): Outcome | null {
  if (always === true) return null;
  if (signal.aborted) return unknown('stopped before it was looked at');
  const missing = results.find(({ check, outcome }) => needs.includes(check) && outcome.status !== 'passed');
  if (missing === undefined) return null;
  return unknown(`${missing.check} ${missing.outcome.status === 'failed' ? 'failed' : 'is unknown'}`);
}
