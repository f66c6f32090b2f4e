import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packedPackages } from './packedPackages.ts';
import { temporaryFolder } from './paths.ts';
import { runCommand } from './runCommand.ts';

async function unpack(): Promise<string> {
  const folder = temporaryFolder('unpacked');
  const others = new Map<string, string>();
  for (const { name, folder: source, manifest, tarball } of await packedPackages()) {
    const target = join(folder, 'node_modules', name);
    mkdirSync(target, { recursive: true });
    const { code, output } = await runCommand('tar', ['-xzf', tarball, '-C', target, '--strip-components=1'], {
      quiet: true,
    });
    if (code !== 0) throw new Error(`${tarball} could not be unpacked:\n${output}`);
    for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) {
      if (!dependency.startsWith('@meshes-embed/')) others.set(dependency, join(source, 'node_modules', dependency));
    }
  }
  for (const [dependency, installed] of others) {
    const link = join(folder, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(installed, link, 'junction');
  }
  return folder;
}

let unpacked: Promise<string> | undefined;

/**
 * A folder whose `node_modules` holds the packages as published, and links to what they depend on: an app that has
 * installed them, without the network.
 */
export function unpackedPackages(): Promise<string> {
  unpacked ??= unpack();
  return unpacked;
}
