import { defineConfig } from 'tsdown';

// One output file per source file. The entry has the 'use client', which is enough: all else comes through it. In one file more,
// bundlers would warn of it once more.
export default defineConfig({
  entry: ['src/index.ts'],
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  unbundle: true,
  dts: true,
  inputOptions: { checks: { moduleLevelDirective: false } },
});
