import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { browserEnvironment } from '../browsers.ts';
import { root } from '../workspace/paths.ts';
import { readManifest } from '../workspace/packages.ts';
import { runCommand } from '../workspace/runCommand.ts';
import type { CheckResult } from './check.ts';

interface PlaywrightSuite {
  title: string;
  specs: { title: string; tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; projectName: string }[] }[];
  suites?: PlaywrightSuite[];
}

/** The part that is read of Playwright's JSON report. */
interface PlaywrightReport {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

/** Every test of a suite and of the suites in it: its whole title, and how it ended. */
function testsOf(suite: PlaywrightSuite, above = ''): { title: string; status: string }[] {
  const path = `${above}${suite.title} › `;
  const own = suite.specs.flatMap(({ title, tests }) => tests.map(({ status, projectName }) => ({ title: `${projectName}: ${path}${title}`, status })));
  return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path))];
}

const conformance = join(root, 'packages', 'conformance');
const report = join(conformance, 'test-results', 'browser.json');

/** The conformance package's browser specs over every sample app; counts tests. A test that only passed at the second try fails. */
export async function runBrowserSpecs(): Promise<CheckResult> {
  if (readManifest(conformance).scripts?.['test:browser'] === undefined) {
    return { passed: 0, failures: ['packages/conformance has no script test:browser'] };
  }
  const environment = await browserEnvironment();
  rmSync(report, { force: true });
  const { code } = await runCommand('pnpm', ['run', 'test:browser'], {
    folder: conformance,
    environment,
  });
  if (!existsSync(report)) return { passed: 0, failures: [`the browser specs ended with code ${code} and no report`] };

  const { suites, errors } = JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport;
  const tests = suites.flatMap((suite) => testsOf(suite));
  const failures = tests.filter(({ status }) => status !== 'expected').map(({ title, status }) => (status === 'unexpected' ? title : `${title} (${status})`));
  failures.push(...errors.map(({ message }) => `the browser specs: ${message ?? 'an error outside any test'}`));
  if (tests.length === 0) failures.push('there are no browser specs');
  if (code !== 0 && failures.length === 0) failures.push(`the browser specs ended with code ${code}`);
  return { passed: tests.filter(({ status }) => status === 'expected').length, failures };
}
