import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../../../tools/specs/buildAll.ts', import.meta.url));

/**
 * Builds the sample apps and the sandbox's pages before any worker serves them: a build under a page that loads would
 * take its files away.
 *
 * @throws Error when something could not be built; what is wrong stands above it.
 */
// oxlint-disable-next-line import/no-default-export -- Playwright takes a global set-up from there.
export default async function buildOnce(): Promise<void> {
  const [code] = await once(spawn(process.execPath, [command], { stdio: 'inherit' }), 'exit');
  if (code !== 0) throw new Error(`The sample apps could not be built: the build ended with code ${code}.`);
}
