import { defineConfig } from 'vitest/config';

/** Apart from vite.config.ts, whose root is only the pages. Browser tests take their time on a busy machine. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
