import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages, type WorkspacePackage } from './packages.ts';
import { temporaryFolder } from './paths.ts';
import { runCommand } from './runCommand.ts';

/** A package as it would be published. */
export interface PackedPackage extends WorkspacePackage {
  /** The path of its tarball. */
  tarball: string;
}

async function pack(): Promise<PackedPackage[]> {
  const build = await runCommand(
    'turbo',
    ['run', 'build', '--concurrency=2', '--output-logs=errors-only', '--continue=dependencies-successful'],
    { quiet: true },
  );
  if (build.code !== 0) throw new Error(`a package could not be built:\n${build.output}`);
  const packed: PackedPackage[] = [];
  for (const one of publicPackages()) {
    const folder = temporaryFolder(`packed-${one.shortName}`);
    const { code, output } = await runCommand('pnpm', ['pack', '--pack-destination', folder], {
      folder: one.folder,
      quiet: true,
    });
    const [file] = readdirSync(folder);
    if (code !== 0 || file === undefined) throw new Error(`pnpm pack failed in ${one.name}:\n${output}`);
    packed.push({ ...one, tarball: join(folder, file) });
  }
  return packed;
}

let packed: Promise<PackedPackage[]> | undefined;

/** The packages that get published, built and packed once per process, as `pnpm publish` would. */
export function packedPackages(): Promise<PackedPackage[]> {
  packed ??= pack();
  return packed;
}
