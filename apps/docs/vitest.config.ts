import { defineConfig } from 'vitest/config';

/** A busy machine is no failure. */
export default defineConfig({ test: { include: ['test/**/*.test.ts'], testTimeout: 90_000, hookTimeout: 120_000 } });
