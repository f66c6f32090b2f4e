// Runs in an app that has installed the packages: imports every path that each of them exports, and prints the names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

for (const name of process.argv.slice(2)) {
  const manifest = JSON.parse(readFileSync(join('node_modules', name, 'package.json'), 'utf8'));
  for (const path of Object.keys(manifest.exports)) {
    const specifier = name + path.slice(1);
    const names = Object.keys(await import(specifier));
    if (names.length === 0) throw new Error(`${specifier} exports nothing`);
    if (names.includes('default')) throw new Error(`${specifier} has a default export`);
    console.log(specifier, names.length);
  }
}
