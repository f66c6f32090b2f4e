import { defineConfig } from 'vitest/config';

/** The tests of one module, in Node: `npm run proof -- mutation` says which. */
export default defineConfig({
  test: {
    environment: 'node',
    include: (process.env['MUTATION_TESTS'] ?? 'test/**/*.test.ts').split(' '),
    exclude: ['**/*.browser.test.ts'],
    env: { HOST_PATHS: '20' },
    // A change may have a test wait for what never comes.
    testTimeout: 8_000,
  },
});
