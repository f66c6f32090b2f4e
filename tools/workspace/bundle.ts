import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { sveltePlugin } from './sveltePlugin.ts';
import { unpackedPackages } from './unpackedPackages.ts';

/** What an app's bundler makes of an import. */
export interface Bundle {
  /** The minified code. */
  code: string;
  /** The code that is loaded first, without what it imports later. */
  entry: string;
  /** The source maps of the code, with the sources in them. */
  maps: string;
  /** The size of the code as brotli, in bytes. */
  bytes: number;
  /** The paths of the modules that are in it. */
  modules: string[];
}

let count = 0;

/** Bundles one line of source for the browser, in an app that has installed the packages as published. */
export async function bundle(source: string, external: (string | RegExp)[] = []): Promise<Bundle> {
  const folder = await unpackedPackages();
  count += 1;
  const input = join(folder, `entry${count}.js`);
  writeFileSync(input, source);
  const build = await rolldown({
    input,
    cwd: folder,
    external,
    plugins: [sveltePlugin()],
    platform: 'browser',
    logLevel: 'silent',
    transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  });
  const { output } = await build.generate({ format: 'es', minify: true, comments: false, sourcemap: 'hidden' });
  await build.close();
  const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n');
  const entry = output[0].code;
  const maps = output.map((chunk) => (chunk.type === 'chunk' ? JSON.stringify(chunk.map) : '')).join('\n');
  const modules = output
    .flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []))
    .filter((id) => id !== input);
  return { code, entry, maps, bytes: brotliCompressSync(code).length, modules };
}
