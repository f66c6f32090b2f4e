import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';

/** What a package manager runs on the machine of one who installs a package. */
const atInstall = ['preinstall', 'install', 'postinstall', 'prepare'];

/** The scripts of a package that run where it is installed; a build by gyp is one that no one has written. */
export function scriptsAtInstall(manifest: { readonly scripts?: Readonly<Record<string, string>> }): string[] {
  return Object.keys(manifest.scripts ?? {}).filter((name) => atInstall.includes(name));
}

/** The same of a package that was fetched, from where pnpm keeps it; undefined where it is not there. */
export function fetchedScripts(name: string, version: string): string[] | undefined {
  const store = join(root, 'node_modules', '.pnpm');
  const folder = globSync(`${name.replace('/', '+')}@${version}*/node_modules/${name}`, { cwd: store })[0];
  if (folder === undefined) return undefined;
  const manifest = JSON.parse(readFileSync(join(store, folder, 'package.json'), 'utf8')) as {
    scripts?: Record<string, string>;
  };
  // Of a published package `prepare` is run by no one.
  const scripts = scriptsAtInstall(manifest).filter((script) => !script.includes('prepare'));
  return existsSync(join(store, folder, 'binding.gyp')) ? [...scripts, 'binding.gyp'] : scripts;
}
