// Builds the sample app of the folder it runs in for the browser specs: in development mode, so that frameworks warn and
// mount twice as they do for a developer, and with the specs' probe in its page. Turbo runs it as `build:specs`.
import { build } from 'vite';
import { probePlugin } from './probePlugin.ts';
import { specsFolder } from './specsFolder.ts';

process.env['NODE_ENV'] = 'development';
await build({
  mode: 'development',
  logLevel: 'warn',
  plugins: [probePlugin()],
  build: { outDir: specsFolder, minify: false, modulePreload: false, reportCompressedSize: false, chunkSizeWarningLimit: 10_000 },
});
