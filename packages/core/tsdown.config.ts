import { defineConfig } from 'tsdown';

// One output file per source file: a bundler drops what an app doesn't use, and the sub-paths share what they share.
export default defineConfig({
  entry: ['src/index.ts', 'src/{adapter,development,protocol,session,machine,diagnostics,inspect}/index.ts'],
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  unbundle: true,
  dts: true,
});
