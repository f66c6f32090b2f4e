import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { readManifest } from '../workspace/packages.ts';
import { mustRun } from '../workspace/mustRun.ts';
import type { LocalRegistry } from './localRegistry.ts';

/** A package manager as users have it: how it installs, and what it has to be told of a registry on this machine. */
export interface Manager {
  name: 'npm' | 'pnpm' | 'yarn';
  /** The command, and what comes before the arguments. */
  command: string[];
  install: string[];
  /** Files that set it to the registry, by their names. */
  settings(registry: LocalRegistry): Record<string, string>;
}

/** An app of `apps/examples`, and what installs it. */
export interface Host {
  example: 'react' | 'vue' | 'svelte' | 'element';
  manager: Manager;
}

/** @param yarn - the path of its command */
export function managersWith(yarn: string): Record<Manager['name'], Manager> {
  return {
    npm: {
      name: 'npm',
      command: ['npm'],
      install: ['install', '--no-audit', '--no-fund', '--loglevel=error'],
      settings: ({ url }) => ({ '.npmrc': `registry=${url}\n` }),
    },
    pnpm: {
      name: 'pnpm',
      command: ['pnpm'],
      install: ['install', '--no-frozen-lockfile', '--reporter=append-only', '--loglevel=warn'],
      settings: ({ url }) => ({
        '.npmrc': `registry=${url}\n`,
        // JSON is YAML, too. What was published a minute ago is what is wanted here.
        'pnpm-workspace.yaml': JSON.stringify({
          packages: ['.'],
          pmOnFail: 'ignore',
          minimumReleaseAge: 0,
          strictDepBuilds: false,
        }),
      }),
    },
    yarn: {
      name: 'yarn',
      command: [yarn],
      install: ['install'],
      settings: ({ url }) => ({
        '.yarnrc.yml': JSON.stringify({
          npmRegistryServer: url.replace(/\/$/, ''),
          unsafeHttpWhitelist: ['127.0.0.1'],
          nodeLinker: 'node-modules',
          enableTelemetry: false,
          enableGlobalCache: false,
          // Else it takes what it remembers of an earlier registry at this address, whatever the port was.
          globalFolder: './.yarn-global',
          enableScripts: false,
          npmMinimalAgeGate: 0,
        }),
        // Without a lockfile of its own it looks for a workspace further up.
        'yarn.lock': '',
      }),
    },
  };
}

/** What every host has besides its framework: the backend, Meshes on this machine, and what finds faults. */
const always = ['@meshes-embed/node', '@meshes-embed/sandbox', '@meshes-embed/doctor', '@meshes-embed/testing'];

/** The version of what an example has from this workspace's catalog, as it is installed here. */
function installedVersion(example: string, name: string): string {
  return readManifest(join(root, 'apps', 'examples', example, 'node_modules', name)).version;
}

/**
 * Copies an example out of this workspace, with its backend, and installs it with a package manager from the registry.
 *
 * @param version - of our packages
 * @returns its folder
 */
export async function installHost(
  { example, manager }: Host,
  version: string,
  registry: LocalRegistry,
): Promise<string> {
  const folder = temporaryFolder(`host-${example}`);
  const source = join(root, 'apps', 'examples', example);
  for (const file of ['index.html', 'src', 'vite.config.ts'])
    cpSync(join(source, file), join(folder, file), { recursive: true });
  cpSync(join(root, 'apps', 'examples', 'backend', 'backend.ts'), join(folder, 'backend.ts'));
  cpSync(join(root, 'tools', 'release', 'host'), folder, { recursive: true });
  const { dependencies = {}, devDependencies = {} } = readManifest(source);
  const others = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@meshes-embed/'),
  );
  const ours = [...Object.keys(dependencies).filter((name) => name.startsWith('@meshes-embed/')), ...always];
  const pins = Object.fromEntries(others.map((name) => [name, installedVersion(example, name)]));
  // The pin of this workspace's lockfile: see the versions in CONTRIBUTING.
  const rolldown = readManifest(join(root, 'tools', 'node_modules', 'rolldown')).version;
  const manifest = {
    name: `host-${example}`,
    private: true,
    type: 'module',
    dependencies: { ...pins, ...Object.fromEntries(ours.map((name) => [name, version])) },
    ...(manager.name === 'yarn' ? { resolutions: { rolldown } } : { overrides: { rolldown } }),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  for (const [file, text] of Object.entries(manager.settings(registry))) writeFileSync(join(folder, file), text);
  const [command = '', ...before] = manager.command;
  // What this workspace's own run has set must not help.
  const environment = { CI: undefined, npm_config_registry: undefined, NODE_OPTIONS: undefined };
  await mustRun(command, [...before, ...manager.install], { folder, environment });
  await mustRun(join(folder, 'node_modules', '.bin', 'vite'), ['build', '--logLevel', 'warn'], { folder, environment });
  return folder;
}
