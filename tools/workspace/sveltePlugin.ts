import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { root } from './paths.ts';

interface Compiler {
  compile(source: string, options: object): { js: { code: string } };
  compileModule(source: string, options: object): { js: { code: string } };
}

/** Svelte's own compiler, of the version that its adapter is tested with. */
const compiler = createRequire(join(root, 'packages', 'svelte', 'package.json'))('svelte/compiler') as Compiler;

/** Compiles components and modules with runes, as the bundler of any Svelte app does. */
export function sveltePlugin(): Plugin {
  const options = (filename: string): object => ({ filename, generate: 'client', dev: false });
  return {
    name: 'meshes-embed:svelte',
    load(id) {
      if (id.endsWith('.svelte'))
        return compiler.compile(readFileSync(id, 'utf8'), { ...options(id), css: 'injected' }).js.code;
      if (id.endsWith('.svelte.js')) return compiler.compileModule(readFileSync(id, 'utf8'), options(id)).js.code;
      return null;
    },
  };
}
