import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/cli.ts'],
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: true,
  // `dist/ui` is the embed's pages, which another build puts there.
  clean: ['dist/*.js', 'dist/*.d.ts'],
});
