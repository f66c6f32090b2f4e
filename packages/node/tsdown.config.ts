import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts', 'src/browser.ts'],
  platform: 'node',
  target: 'node20',
  fixedExtension: false,
  dts: true,
});
