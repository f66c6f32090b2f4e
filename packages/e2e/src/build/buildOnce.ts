import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const workspace = fileURLToPath(new URL('../../../..', import.meta.url));
const turbo = join(workspace, 'node_modules', '.bin', 'turbo');

/**
 * Builds the sample apps and the sandbox's pages before any worker serves them: a build under a page that loads would
 * take its files away. What is there and up to date is left as it is; turbo tells.
 *
 * @throws Error when something could not be built; what is wrong stands above it.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright takes a global set-up from there.
export default async function buildOnce(): Promise<void> {
  const build = spawn(turbo, ['run', 'build:ui', 'build:specs', '--output-logs=errors-only'], {
    cwd: workspace,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new Error(`The sample apps could not be built: turbo ended with code ${code}.`);
}
