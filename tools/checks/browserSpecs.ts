import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { browserEnvironment } from '../browsers.ts';
import { root } from '../workspace/paths.ts';
import { readManifest } from '../workspace/packages.ts';
import { runCommand } from '../workspace/runCommand.ts';
import type { CheckResult } from './check.ts';

interface PlaywrightTest {
  status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
  projectName: string;
  results: { errors: { message?: string }[] }[];
}

interface PlaywrightSuite {
  title: string;
  specs: { title: string; tests: PlaywrightTest[] }[];
  suites?: PlaywrightSuite[];
}

/** The part that is read of Playwright's JSON report. */
interface PlaywrightReport {
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
}

/** So many lines of what a failed test said stand in the summary; the rest was printed when it failed. */
const mostLines = 12;

/** The first lines of what a test said when it failed, below its title. */
function reasonOf({ results }: PlaywrightTest): string {
  const said = results.flatMap(({ errors }) => errors.map(({ message }) => message ?? ''));
  const lines = stripVTControlCharacters(said.join('\n')).split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, mostLines).map((line) => `\n    ${line}`).join('');
}

/** Every test of a suite and of the suites in it: its whole title, how it ended, and what it said if it failed. */
function testsOf(suite: PlaywrightSuite, above = ''): { title: string; status: string; reason: string }[] {
  const path = `${above}${suite.title} › `;
  const own = suite.specs.flatMap(({ title, tests }) => tests.map((test) => ({ title: `${test.projectName}: ${path}${title}`, status: test.status, reason: reasonOf(test) })));
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
  const failures = tests.filter(({ status }) => status !== 'expected').map(({ title, status, reason }) => `${title}${status === 'unexpected' ? '' : ` (${status})`}${reason}`);
  failures.push(...errors.map(({ message }) => `the browser specs: ${message ?? 'an error outside any test'}`));
  if (tests.length === 0) failures.push('there are no browser specs');
  if (code !== 0 && failures.length === 0) failures.push(`the browser specs ended with code ${code}`);
  return { passed: tests.filter(({ status }) => status === 'expected').length, failures };
}
