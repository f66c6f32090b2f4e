import { defineConfig } from 'tsdown';

export default defineConfig({
  entry: ['src/index.ts'],
  platform: 'neutral',
  target: 'es2022',
  sourcemap: true,
  unbundle: true,
  dts: true,
  // `[Symbol.dispose]` of the declarations, for a project whose own `lib` does not have it.
  banner: { dts: '/// <reference lib="esnext.disposable" />' },
});
