import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts'],
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  fixedExtension: false,
  dts: true,
  // `dist/ui` is the embed's pages, which another build puts there.
  clean: ['dist/*.js', 'dist/*.js.map', 'dist/*.d.ts'],
});
