import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { mustRun } from '../workspace/mustRun.ts';

/**
 * Copies this workspace as it is, changes that are not committed included, and installs it. Nothing that happens to the
 * copy happens here.
 *
 * @returns the folder of the copy
 */
export async function copyWorkspace(): Promise<string> {
  const folder = temporaryFolder('rehearsal');
  const { output } = await mustRun('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {});
  for (const file of output.split('\0').filter((one) => one !== '' && existsSync(join(root, one))))
    cpSync(join(root, file), join(folder, file));
  // Changesets ask git when each of them came, and turbo what has changed.
  const git = ['-c', 'user.name=rehearsal', '-c', 'user.email=rehearsal@localhost'];
  await mustRun('git', ['init', '--quiet', '--initial-branch=main'], { folder });
  await mustRun('git', [...git, 'add', '--all'], { folder });
  await mustRun('git', [...git, 'commit', '--quiet', '--no-verify', '--message=As it is'], { folder });
  await mustRun(
    'pnpm',
    ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn'],
    { folder, environment: { CI: 'true' } },
  );
  return folder;
}
