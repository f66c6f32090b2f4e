import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PackedPackage } from '../../workspace/packedPackages.ts';
import { readManifest } from '../../workspace/packages.ts';
import { root, temporaryFolder } from '../../workspace/paths.ts';
import { runCommand } from '../../workspace/runCommand.ts';
import { type Host, sourceFolder } from './hosts.ts';

/** What all hosts have installed besides the packages of this workspace. */
const lockfile = join(root, 'tools', 'checks', 'serverRendering', 'pnpm-lock.yaml');

const isOurs = (name: string): boolean => name.startsWith('@meshes-embed/');

/** Only the sources: what a build or an install has left in the folder stays where it is. */
function isSource(path: string): boolean {
  return !['node_modules', '.next', '.nuxt', '.output', '.svelte-kit', 'build'].includes(basename(path));
}

/** The settings of a workspace with only the hosts. JSON is YAML, too. */
function settings(hosts: Host[], overrides: Record<string, string>): string {
  return JSON.stringify({
    packages: hosts.map(({ name }) => name),
    pmOnFail: 'ignore',
    // These scripts are not needed, and pnpm refuses an install that does not name them.
    allowBuilds: { esbuild: false, '@parcel/watcher': false },
    // Next's image optimizer: large, and nothing here has images.
    ignoredOptionalDependencies: ['sharp'],
    overrides: { rolldown: rolldownVersion(), ...overrides },
  });
}

/** The pin of the whole workspace, for the same reason. */
function rolldownVersion(): string {
  return readManifest(join(root, 'tools', 'node_modules', 'rolldown')).version;
}

/** The hosts as a workspace of their own, outside this one. */
function copyHosts(hosts: Host[], overrides: Record<string, string>): string {
  const folder = temporaryFolder('server-rendering');
  for (const host of hosts) cpSync(sourceFolder(host), join(folder, host.name), { recursive: true, filter: isSource });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true }));
  writeFileSync(join(folder, 'pnpm-workspace.yaml'), settings(hosts, overrides));
  if (existsSync(lockfile)) cpSync(lockfile, join(folder, 'pnpm-lock.yaml'));
  return folder;
}

async function pnpmInstall(folder: string, args: string[]): Promise<void> {
  const { code, output } = await runCommand('pnpm', ['install', '--reporter=append-only', '--loglevel=warn', ...args], {
    folder,
    quiet: true,
    environment: { CI: 'true' },
  });
  if (code !== 0) throw new Error(`pnpm could not install the server-rendered apps:\n${output}`);
}

/** Takes the packages of this workspace out of the hosts' dependencies. */
function leaveOursOut(folder: string, hosts: Host[]): void {
  for (const { name } of hosts) {
    const path = join(folder, name, 'package.json');
    const manifest = readManifest(join(folder, name));
    const others = Object.fromEntries(
      Object.entries(manifest.dependencies ?? {}).filter(([dependency]) => !isOurs(dependency)),
    );
    writeFileSync(path, JSON.stringify({ ...manifest, dependencies: others }));
  }
}

/** What the packages themselves depend on, at the version that this workspace has. */
function pinsOf(packed: PackedPackage[]): Record<string, string> {
  const pins = packed.flatMap(({ folder, manifest }) =>
    Object.keys(manifest.dependencies ?? {})
      .filter((dependency) => !isOurs(dependency))
      .map((dependency) => [dependency, readManifest(join(folder, 'node_modules', dependency)).version]),
  );
  return Object.fromEntries(pins) as Record<string, string>;
}

/**
 * Copies the hosts out of this workspace, and installs them with the packed packages in the place of the published
 * ones. All else is what the lockfile says. Resolves with the folder that holds them.
 */
export async function installHosts(hosts: Host[], packed: PackedPackage[]): Promise<string> {
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const folder = copyHosts(hosts, { ...pinsOf(packed), ...tarballs });
  await pnpmInstall(folder, ['--no-frozen-lockfile', '--prefer-offline']);
  return folder;
}

/** Says that the lockfile is not that of the hosts' manifests, or null. */
export async function lockfileFault(hosts: Host[]): Promise<string | null> {
  const folder = copyHosts(hosts, {});
  leaveOursOut(folder, hosts);
  const { code, output } = await runCommand('pnpm', ['install', '--frozen-lockfile', '--lockfile-only', '--offline'], {
    folder,
    quiet: true,
  });
  return code === 0
    ? null
    : `tools/checks/serverRendering/pnpm-lock.yaml does not fit the apps' package.json; write it again as CONTRIBUTING says:\n${output}`;
}

/** Writes the lockfile again from the hosts' manifests; what it holds already stays as it is where it still fits. */
export async function writeLockfile(hosts: Host[]): Promise<void> {
  const folder = copyHosts(hosts, {});
  leaveOursOut(folder, hosts);
  await pnpmInstall(folder, ['--no-frozen-lockfile', '--lockfile-only']);
  writeFileSync(lockfile, readFileSync(join(folder, 'pnpm-lock.yaml')));
}
