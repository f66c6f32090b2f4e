// Runs in an app that has installed the packages: imports every path that each of them exports, and prints the names.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { join } from 'node:path';

const isForSvelte = ({ exports }) => Object.values(exports).some((conditions) => conditions.svelte !== undefined);

const packages = process.argv
  .slice(2)
  .map((name) => ({ name, manifest: JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8')) }));
// Those for Svelte come last, as only they need help.
for (const { name, manifest } of packages.sort(
  (one, other) => isForSvelte(one.manifest) - isForSvelte(other.manifest),
)) {
  let how = '';
  if (isForSvelte(manifest)) {
    register('./svelteCompiler.mjs', import.meta.url);
    how = "(by Node with Svelte's compiler as a loader: it ships components as source, which plain Node refuses)";
  }
  for (const path of Object.keys(manifest.exports).filter((one) => !one.endsWith('.json'))) {
    const specifier = name + path.slice(1);
    const names = Object.keys(await import(specifier));
    if (names.length === 0) throw new Error(`${specifier} exports nothing`);
    if (names.includes('default')) throw new Error(`${specifier} has a default export`);
    console.log(specifier, names.length, how);
  }
}
