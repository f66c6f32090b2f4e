import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { formatSpecs, type SpecResult } from '@meshes-embed/e2e/matrix';
import { browserEnvironment } from '../browsers.ts';
import { buildFirst } from '../workspace/buildFirst.ts';
import { workspacePackages } from '../workspace/packages.ts';
import { runTurbo } from '../workspace/runTurbo.ts';
import type { CheckResult } from './check.ts';
import { failureInWords } from './failureInWords.ts';
import { missingPlays } from './missingPlays.ts';

const report = join('test-results', 'specs.json');

function inWords({ project, file, titles, said }: SpecResult): string {
  return failureInWords(`${project}: ${file} › ${titles.join(' › ')}`, said);
}

/**
 * The browser specs, each package's in a task of its own: those over a sample app belong to that app. What has not
 * changed since it passed is not played again; its results are counted as they were. Counts specs.
 */
export async function runBrowserSpecs(): Promise<CheckResult> {
  const parts = workspacePackages().filter(({ manifest }) => manifest.scripts?.['test:specs'] !== undefined);
  const result: CheckResult = { passed: 0, failures: [] };
  // A report of an earlier run would be counted as this one's.
  for (const { folder } of parts) rmSync(join(folder, report), { force: true });

  // All of it first: each app is served beside the others.
  await buildFirst('build:specs');
  const turbo = await runTurbo('test:specs', [], await browserEnvironment());

  const specs: SpecResult[] = [];
  for (const { name, folder } of parts) {
    const taskFailure = turbo.failures.find((failure) => failure.startsWith(`${name}#test:specs `));
    const own = existsSync(join(folder, report))
      ? (JSON.parse(readFileSync(join(folder, report), 'utf8')) as SpecResult[])
      : [];
    if (own.length === 0) result.failures.push(taskFailure ?? `${name}: no spec ran`);
    else if (taskFailure !== undefined && own.every(({ passed }) => passed))
      result.failures.push(`${name}: failed outside its specs; its report stands above`);
    specs.push(...own);
  }
  result.passed = specs.filter(({ passed }) => passed).length;
  result.failures.push(
    ...missingPlays(specs),
    ...specs.filter(({ passed }) => !passed).map(inWords),
    ...turbo.failures.filter((failure) => !failure.includes('#test:specs ')),
  );
  console.log(`\n${formatSpecs(specs)}`);
  return result;
}
