import { runCommand } from '../workspace/runCommand.ts';
import type { CheckResult } from './check.ts';

/** oxfmt over the whole workspace: one way to write it down. */
export async function checkFormat(): Promise<CheckResult> {
  const { code } = await runCommand('oxfmt', ['--check']);
  return code === 0
    ? { passed: 1, failures: [] }
    : { passed: 0, failures: ['files are not formatted; run `npm run format`'] };
}

/** oxlint over the whole workspace; a warning is a failure. */
export async function runLint(): Promise<CheckResult> {
  const { code } = await runCommand('oxlint', ['--deny-warnings', '.']);
  return code === 0
    ? { passed: 1, failures: [] }
    : { passed: 0, failures: ['oxlint found something; its report stands above'] };
}
