import { cpSync, existsSync } from 'node:fs';
import { build } from 'vite';
import { appFolder, contentFolder, repository } from './gather/repository.ts';

/** Builds what the live examples load: the service worker, the element as for development, and the embed's pages. */
export async function writeInPageFiles(): Promise<void> {
  const folder = `${contentFolder}public/in-page/`;
  const pages = `${repository}packages/sandbox/dist/ui`;
  if (!existsSync(pages)) throw new Error(`${pages} is missing: build the sandbox's pages first, by build:ui.`);
  for (const [name, entry] of Object.entries({
    worker: 'src/live/worker/worker.ts',
    'meshes-embed': 'src/live/element.ts',
  }))
    await build({
      root: appFolder,
      configFile: false,
      logLevel: 'warn',
      mode: 'development',
      publicDir: false,
      resolve: { conditions: ['development', 'module', 'browser'] },
      define: { 'process.env.NODE_ENV': '"development"' },
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: true,
        target: 'es2022',
        lib: { entry: `${appFolder}${entry}`, formats: ['es'], fileName: () => `${name}.js` },
      },
    });
  cpSync(pages, `${folder}ui`, { recursive: true });
}
