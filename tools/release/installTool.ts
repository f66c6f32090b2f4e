import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../workspace/paths.ts';
import { mustRun } from '../workspace/mustRun.ts';

/**
 * Installs a program that only the rehearsal needs, at one exact version, into a folder that goes with this process.
 *
 * @returns the path of its command
 */
export async function installTool(
  name: string,
  version: string,
  command: string,
  overrides: Record<string, string> = {},
): Promise<string> {
  const folder = temporaryFolder('tool');
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { [name]: version }, overrides }),
  );
  await mustRun('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], { folder });
  return join(folder, 'node_modules', '.bin', command);
}
