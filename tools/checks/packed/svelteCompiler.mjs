// A hook for Node's module loader: compiles what a Svelte package ships as source, as the bundler of an app does.
import { compile, compileModule } from 'svelte/compiler';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export async function load(url, context, nextLoad) {
  if (!/\.svelte(\.js)?$/.test(url)) return nextLoad(url, context);
  const filename = fileURLToPath(url);
  const toCode = url.endsWith('.svelte') ? compile : compileModule;
  const { js, warnings } = toCode(readFileSync(filename, 'utf8'), { filename, generate: 'server' });
  if (warnings.length > 0) throw new Error(`${filename}: ${warnings.map(({ message }) => message).join(' ')}`);
  return { format: 'module', source: js.code, shortCircuit: true };
}
