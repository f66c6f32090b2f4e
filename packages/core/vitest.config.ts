import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunch } from './test/support/chromiumLaunch.ts';

/** A busy machine is no failure. ms */
const testTimeout = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          testTimeout,
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts'],
        },
      },
      {
        // Named, so that it is not found in mid-run, which would reload the page under a test.
        optimizeDeps: { include: ['xstate'] },
        test: {
          name: 'browser',
          testTimeout,
          include: ['test/**/*.browser.test.ts'],
          globalSetup: 'test/support/embedServer.ts',
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            // An emulated color scheme would hide the one that a page gives its frames.
            provider: playwright({ launchOptions: chromiumLaunch, contextOptions: { colorScheme: null } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
