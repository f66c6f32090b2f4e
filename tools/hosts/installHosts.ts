import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedPackages } from '../workspace/packedPackages.ts';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import type { Host } from './hosts.ts';

/** Where the apps are that users would write. */
export const appsFolder = join(root, 'tools', 'hosts', 'apps');

/** What an app is, before it is installed. */
type Installed = Pick<Host, 'folder' | 'install' | 'shared'>;

/** What the handler needs of the packages that get published. */
const ours = ['@meshes-embed/node', '@meshes-embed/core'];

/**
 * Copies the apps out of this workspace, each with the module that they share, and installs them: the packages from their
 * tarballs, and the hosts at their pins. Resolves with the folder that holds them.
 *
 * @param apps - the folder that has a folder for each of them, and `shared`
 * @param packages - the published packages that they use
 */
export async function installHosts(
  hosts: readonly Installed[],
  apps: string = appsFolder,
  packages: readonly string[] = ours,
): Promise<string> {
  const packed = (await packedPackages()).filter(({ name }) => packages.includes(name));
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const folder = temporaryFolder('hosts');
  const installs = new Map(hosts.map((host) => [host.folder, host]));
  for (const [name, { install, shared = '' }] of installs) {
    cpSync(join(apps, name), join(folder, name), { recursive: true });
    cpSync(join(apps, 'shared'), join(folder, name, shared), { recursive: true });
    const own = Object.fromEntries(packages.filter((one) => !one.endsWith('/core')).map((one) => [one, '*']));
    const manifest = { name, private: true, type: 'module', dependencies: { ...own, ...install } };
    writeFileSync(join(folder, name, 'package.json'), JSON.stringify(manifest, null, 2));
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  // JSON is YAML, too.
  const settings = {
    packages: [...installs.keys()],
    pmOnFail: 'ignore',
    // Bun puts its binary into its place so. Nothing else has to be built.
    allowBuilds: { bun: true, deno: true },
    strictDepBuilds: false,
    // Next's image optimizer: large, and nothing here has images.
    ignoredOptionalDependencies: ['sharp'],
    overrides: tarballs,
  };
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), JSON.stringify(settings));
  const { code, output } = await runCommand(
    'pnpm',
    ['install', '--no-frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=warn'],
    { folder, quiet: true, environment: { CI: 'true' } },
  );
  if (code !== 0) throw new Error(`pnpm could not install the hosts:\n${output}`);
  return folder;
}
