import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserEnvironment } from '../browsers.ts';
import { root } from '../workspace/paths.ts';
import { readManifest, workspacePackages } from '../workspace/packages.ts';
import { runTurbo } from '../workspace/runTurbo.ts';
import type { CheckResult } from './check.ts';
import { failureInWords } from './failureInWords.ts';

/** The part that is read of Vitest's JSON report. */
interface VitestReport {
  success: boolean;
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { assertionResults: { status: string; fullName: string; failureMessages: string[] }[] }[];
}

const report = join('test-results', 'unit.json');

/** Vitest in every package that has a `test` script; counts tests. */
export async function runUnitTests(): Promise<CheckResult> {
  const tools = {
    name: '@meshes-embed/tools',
    folder: join(root, 'tools'),
    manifest: readManifest(join(root, 'tools')),
  };
  const tested = [...workspacePackages(), tools].filter(({ manifest }) => manifest.scripts?.test !== undefined);
  // A report of an earlier run would be counted as this one's.
  for (const { folder } of tested) rmSync(join(folder, report), { force: true });

  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const turbo = await runTurbo('test', reporters, await browserEnvironment());

  const result: CheckResult = { passed: 0, failures: [] };
  for (const { name, folder } of tested) {
    const taskFailure = turbo.failures.find((failure) => failure.startsWith(`${name}#test `));
    if (!existsSync(join(folder, report))) {
      result.failures.push(taskFailure ?? `${name}: its tests did not run`);
      continue;
    }
    const { success, numPassedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(join(folder, report), 'utf8'),
    ) as VitestReport;
    const failed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ status }) => status === 'failed'),
    );
    result.passed += numPassedTests;
    result.failures.push(
      ...failed.map(({ fullName, failureMessages }) =>
        failureInWords(`${name}: ${fullName}`, failureMessages.join('\n')),
      ),
    );
    if (numPendingTests + numTodoTests > 0)
      result.failures.push(`${name}: ${numPendingTests + numTodoTests} tests were left out`);
    if (numPassedTests + failed.length === 0) result.failures.push(`${name}: has no tests`);
    // A file that cannot be loaded, or an error outside any test, fails the run without failing a test.
    else if ((!success || taskFailure !== undefined) && failed.length === 0)
      result.failures.push(`${name}: failed outside its tests; its report stands above`);
  }
  // What failed before any test, as a build that tests need.
  result.failures.push(...turbo.failures.filter((failure) => !failure.includes('#test ')));
  return result;
}
