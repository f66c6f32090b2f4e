import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PackedPackage, packedPackages } from '../workspace/packedPackages.ts';
import { root, temporaryFolder } from '../workspace/paths.ts';
import { readManifest } from '../workspace/packages.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { type CheckResult, resultOf } from './check.ts';

const scripts = join(root, 'tools', 'checks', 'packed');

/** The oldest supported Node: the bootstrap finds or fetches it. */
function oldestNode(): string {
  const path = process.env.OLDEST_NODE;
  if (path === undefined)
    throw new Error('OLDEST_NODE is not set: start the tests with `npm test`, or set it to the binary of a Node 20');
  return path;
}

/** The frameworks that the packages are for, at the version that each of them is developed with; and React's for servers. */
function frameworks(packed: PackedPackage[]): Record<string, string> {
  const peers = packed
    .flatMap(({ folder, manifest }) => Object.keys(manifest.peerDependencies ?? {}).map((peer) => ({ folder, peer })))
    // Packages of types are no part of what runs.
    .filter(({ peer }) => !peer.startsWith('@types/'));
  const react = join(root, 'packages', 'react');
  return Object.fromEntries(
    [...peers, { folder: react, peer: 'react-dom' }].map(({ folder, peer }) => [
      peer,
      readManifest(join(folder, 'node_modules', peer)).version,
    ]),
  );
}

/** An app of its own, with the tarballs installed by npm as any user would. */
async function installedApp(packed: PackedPackage[]): Promise<string> {
  const folder = temporaryFolder('installed');
  const tarballs = Object.fromEntries(packed.map(({ name, tarball }) => [name, `file:${tarball}`]));
  const manifest = {
    private: true,
    type: 'module',
    dependencies: { ...tarballs, ...frameworks(packed) },
    // The packages ask for each other's published versions, which are the tarballs here.
    overrides: Object.fromEntries(packed.map(({ name }) => [name, `$${name}`])),
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const { code, output } = await runCommand(
    'npm',
    ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
    { folder, quiet: true },
  );
  if (code !== 0) throw new Error(`npm could not install the packed packages:\n${output}`);
  cpSync(scripts, folder, { recursive: true });
  return folder;
}

/** Installs the packed packages with npm, and uses them with plain JavaScript on the oldest supported Node. */
export async function checkPacked(): Promise<CheckResult> {
  const node = oldestNode();
  const packed = await packedPackages();
  const folder = await installedApp(packed);
  const runs: string[][] = [
    ['importEverything.mjs', ...packed.map(({ name }) => name)],
    ['renderToString.mjs'],
    ['mintRoundTrip.mjs'],
    ['examineBackend.mjs'],
  ];
  const messages: (string | null)[] = [];
  for (const args of runs) {
    // The environment of a workspace's own run must not help: an app does not have it.
    const { code, output } = await runCommand(node, args, {
      folder,
      quiet: true,
      environment: { NODE_OPTIONS: undefined, NODE_PATH: undefined },
    });
    console.log(output.trim());
    messages.push(code === 0 ? null : `${args[0]} failed on ${node}; its output stands above`);
  }
  return resultOf(messages);
}
