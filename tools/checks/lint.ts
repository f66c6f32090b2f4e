import { runCommand } from '../workspace/runCommand.ts';
import { type CheckResult, resultOf } from './check.ts';

async function holds(message: string, command: string, ...args: string[]): Promise<string | null> {
  const { code } = await runCommand(command, args);
  return code === 0 ? null : `${message}; the report is above`;
}

/** oxfmt over the whole workspace. */
export async function checkFormat(): Promise<CheckResult> {
  return resultOf([await holds('files are not formatted, and `npm run format` does it', 'oxfmt', '--check')]);
}

/** oxlint over the whole workspace; a warning is a failure. */
export async function runLint(): Promise<CheckResult> {
  return resultOf([await holds('oxlint found something', 'oxlint', '--deny-warnings', '.')]);
}

/** Packages that others install, and an app: what their sources import has to be among their `dependencies`. */
const strict = [
  './packages/*',
  '!./packages/conformance',
  '!./packages/e2e',
  '!./packages/proof',
  './apps/visualizer',
].flatMap((one) => ['--workspace', one]);

/** knip: files, exports and dependencies that nothing uses, and imports that no package.json declares. */
export async function checkDependencies(): Promise<CheckResult> {
  return resultOf([
    await holds('knip found something', 'knip', '--no-config-hints'),
    await holds(
      'the sources of a package import what it does not depend on',
      'knip',
      '--production',
      '--strict',
      '--dependencies',
      '--no-config-hints',
      ...strict,
    ),
  ]);
}
