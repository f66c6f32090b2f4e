import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

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
          include: ['test/*.test.ts'],
          exclude: ['test/*.browser.test.ts'],
        },
      },
      {
        // Named, so that it is not found in mid-run, which would reload the page under a test.
        optimizeDeps: {
          include: [
            '@meshes-embed/core > xstate',
            'idiomorph',
            'morphdom',
            'react',
            'react-dom',
            'react-dom/client',
            'react-dom/server',
            'react/jsx-dev-runtime',
          ],
        },
        test: {
          name: 'browser',
          testTimeout,
          include: ['test/*.browser.test.{ts,tsx}'],
          globalSetup: ['@meshes-embed/conformance/plain-embed', 'test/support/scriptServer.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
