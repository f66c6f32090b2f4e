import { defineConfig } from 'vitest/config';

// The pictures in docs/ have the chart's style in them.
export default defineConfig({
  test: { include: ['test/**/*.test.ts'], css: { include: [/\.css/] }, testTimeout: 60_000 },
});
