import { defineConfig } from 'tsdown';

/** A command and nothing to import, so there are no types. */
export default defineConfig({
  entry: ['src/cli.ts'],
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  fixedExtension: false,
  dts: false,
});
