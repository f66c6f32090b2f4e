// Builds the sample app of the folder it runs in for the browser specs: in development mode, so that frameworks warn and
// mount twice as they do for a developer, and with the specs' probe in its page. Turbo runs it as `build:specs`. It is
// minified, as most of what a page costs here is to read a framework's development build, hundreds of times.
// BROKEN_ADAPTER=vue:mint-twice breaks that app's adapter on purpose.
import { basename } from 'node:path';
import { build } from 'vite';
import { breakagePlugin } from './breakagePlugin.ts';
import { probePlugin } from './probePlugin.ts';
import { specsFolder } from './specsFolder.ts';

const broken = process.env['BROKEN_ADAPTER'] ?? '';
const breaks = broken.startsWith(`${basename(process.cwd())}:`);

process.env['NODE_ENV'] = 'development';
await build({
  mode: 'development',
  logLevel: 'warn',
  plugins: [probePlugin(), breaks && breakagePlugin(broken)],
  build: {
    outDir: specsFolder,
    minify: true,
    modulePreload: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 10_000,
  },
});
