import { defineConfig } from 'tsdown';

// One output file per source file, so that each keeps its own 'use client', which one bundle could not.
export default defineConfig({
  entry: ['src/index.ts'],
  platform: 'neutral',
  target: 'es2022',
  unbundle: true,
  dts: true,
  inputOptions: { checks: { moduleLevelDirective: false } },
});
