import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.ts';

/** What the tools read of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  exports?: Record<string, unknown>;
  bin?: Record<string, string>;
}

/** A package of this workspace. */
export interface WorkspacePackage {
  /** Its name, as `@meshes-embed/core`. */
  name: string;
  /** Its name without the scope, as `core`. */
  shortName: string;
  /** Its folder, absolute. */
  folder: string;
  manifest: Manifest;
}

/** Reads the package.json in a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

function packagesUnder(parent: 'packages' | 'apps' | 'apps/examples'): WorkspacePackage[] {
  return readdirSync(join(root, parent))
    .map((entry) => join(root, parent, entry))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => {
      const manifest = readManifest(folder);
      return { name: manifest.name, shortName: manifest.name.replace(/^@[^/]+\//, ''), folder, manifest };
    });
}

/** Every package of the workspace, the sample apps and examples included. */
export function workspacePackages(): WorkspacePackage[] {
  return [...packagesUnder('packages'), ...packagesUnder('apps'), ...packagesUnder('apps/examples')];
}

/** The packages that get published. */
export function publicPackages(): WorkspacePackage[] {
  return packagesUnder('packages').filter(({ manifest }) => manifest.private !== true);
}
