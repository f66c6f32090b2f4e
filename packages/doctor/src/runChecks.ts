import { unknown, type Check, type CheckContext, type CheckResult, type ResultOf } from './shared/check.ts';

/** A check that has run, or was left out, with its result. */
export interface FinishedCheck {
  readonly check: Check;
  readonly result: CheckResult;
  /** The check that kept this one from running. */
  readonly blockedBy?: FinishedCheck;
}

/** Is told about progress. */
export interface RunListener {
  started(check: Check): void;
  finished(finished: FinishedCheck): void;
}

/**
 * Runs checks one after the other. A check is `unknown` where one that it needs has not passed. After the signal only
 * those run that always run.
 *
 * @throws what a check throws, which is a mistake of this command. Those that always run have run by then.
 */
export async function runChecks(
  checks: readonly Check[],
  context: CheckContext,
  listener: RunListener,
): Promise<readonly FinishedCheck[]> {
  const finished = new Map<Check, FinishedCheck>();
  // A result is stored under its own check, whose type it has.
  const resultOf: ResultOf = <Value>(check: Check<Value>) =>
    finished.get(check)?.result as CheckResult<Value> | undefined;
  const mistakes: unknown[] = [];

  async function finish(check: Check): Promise<FinishedCheck> {
    if (context.signal.aborted && !check.always) return { check, result: unknown('stopped before it was looked at') };
    try {
      const blockedBy = blockerOf(check, finished);
      if (blockedBy !== undefined) {
        const state = blockedBy.result.status === 'failed' ? 'failed' : 'is unknown';
        return { check, blockedBy, result: unknown(`${blockedBy.check.name} ${state}`) };
      }
      return { check, result: await check.run(resultOf, context) };
    } catch (error) {
      if (!context.signal.aborted) mistakes.push(error);
      return { check, result: unknown('stopped before it was known') };
    }
  }

  for (const check of checks) {
    if (mistakes.length > 0 && !check.always) continue;
    listener.started(check);
    const one = await finish(check);
    finished.set(check, one);
    listener.finished(one);
  }
  if (mistakes.length > 0) throw mistakes[0];
  return [...finished.values()];
}

/**
 * The first check that this one needs and that has not passed; where that did not run either, the one that blocked it.
 *
 * @throws Error where a check that it needs comes later in the list.
 */
function blockerOf({ name, needs }: Check, finished: ReadonlyMap<Check, FinishedCheck>): FinishedCheck | undefined {
  for (const need of needs) {
    const one = finished.get(need);
    if (one === undefined) throw new Error(`${need.name} has to run before ${name}`);
    if (one.result.status !== 'passed') return one.blockedBy ?? one;
  }
  return undefined;
}
