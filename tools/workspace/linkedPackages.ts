import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publicPackages, workspacePackages } from './packages.ts';
import { temporaryFolder } from './paths.ts';

/** A folder whose `node_modules` links to the packages of the workspace, as sources, and to all that any of them depends on. */
export function linkedPackages(name: string): string {
  const folder = temporaryFolder(name);
  const targets = new Map(publicPackages().map((one) => [one.name, one.folder]));
  for (const { folder: source, manifest } of workspacePackages()) {
    for (const dependency of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
      const installed = join(source, 'node_modules', dependency);
      if (!targets.has(dependency) && !dependency.startsWith('@meshes-embed/') && existsSync(installed))
        targets.set(dependency, installed);
    }
  }
  for (const [dependency, target] of targets) {
    const link = join(folder, 'node_modules', dependency);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(target, link, 'junction');
  }
  return folder;
}
