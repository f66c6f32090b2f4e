import { describe, expect, expectTypeOf, test } from 'vitest';
import { runChecks } from '../src/runChecks.ts';
import { defineCheck, failed, passed, unknown, type Check, type CheckContext } from '../src/shared/check.ts';

const contextWith = (signal: AbortSignal) => ({ signal }) as CheckContext;
const silent = { started: () => {}, finished: () => {} };

async function run(checks: readonly Check[], signal = new AbortController().signal) {
  const finished = await runChecks(checks, contextWith(signal), silent);
  return Object.fromEntries(finished.map(({ check, result }) => [check.name, result]));
}

const service = defineCheck({ name: 'service', expected: '', run: async () => passed('', { limit: 3 }) });

describe('what checks hand on', () => {
  test('a value of the type that the earlier check gives', async () => {
    const mint = defineCheck({
      name: 'mint',
      expected: '',
      needs: { service },
      async run(previous) {
        expectTypeOf(previous).toExtend<{ readonly service: { readonly limit: number } }>();
        return passed(`limit ${previous.service.limit}`);
      },
    });
    expect((await run([service, mint]))['mint']).toMatchObject({ status: 'passed', observed: 'limit 3' });
  });

  test('a value may come of a check that failed, and be missing, where it is only used', async () => {
    const launch = defineCheck({ name: 'launch', expected: '', run: async () => failed('launch-refused', '', 'page') });
    const refresh = defineCheck({ name: 'refresh', expected: '', run: async () => unknown<string>('') });
    const revoke = defineCheck({
      name: 'revoke',
      expected: '',
      uses: { launch, refresh },
      async run(previous) {
        expectTypeOf(previous.launch).toEqualTypeOf<string | undefined>();
        return passed(`${previous.launch} ${previous.refresh}`);
      },
    });
    expect((await run([launch, refresh, revoke]))['revoke']).toMatchObject({ observed: 'page undefined' });
  });
});

describe('what does not run', () => {
  const broken = defineCheck({ name: 'service', expected: '', run: async () => failed('service-failing', '') });
  const mint = defineCheck({ name: 'mint', expected: '', needs: { broken }, run: async () => passed('') });
  const launch = defineCheck({ name: 'launch', expected: '', needs: { mint }, run: async () => passed('') });
  const cleanUp = defineCheck({ name: 'clean-up', expected: '', always: true, run: async () => passed('cleaned up') });

  test('what needs a check that failed; all of them name that one', async () => {
    expect(await run([broken, mint, launch])).toMatchObject({
      mint: { status: 'unknown', cause: 'service failed' },
      launch: { status: 'unknown', cause: 'service failed' },
    });
  });

  test('after the signal: everything but what always runs', async () => {
    expect(await run([service, cleanUp], AbortSignal.abort(new Error('stopped')))).toMatchObject({
      service: { cause: 'stopped before it was looked at' },
      'clean-up': { observed: 'cleaned up' },
    });
  });

  test('after a mistake of a check: everything but what always runs, and then it is thrown', async () => {
    const mistake = new Error('a mistake');
    const started: string[] = [];
    const checks = [
      defineCheck({ name: 'service', expected: '', run: () => Promise.reject(mistake) }),
      defineCheck({ name: 'mint', expected: '', run: async () => passed('') }),
      cleanUp,
    ];
    const listener = { ...silent, started: ({ name }: Check) => started.push(name) };
    await expect(runChecks(checks, contextWith(new AbortController().signal), listener)).rejects.toBe(mistake);
    expect(started).toEqual(['service', 'clean-up']);
  });

  test('a list in the wrong order is a mistake', async () => {
    await expect(run([launch, mint, broken])).rejects.toThrow('mint has to run before launch');
  });
});
