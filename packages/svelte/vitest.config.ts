import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { renderOnServer } from './test/support/renderOnServer.ts';

/** A busy machine is no failure. ms */
const testTimeout = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte()],
        test: { name: 'server', testTimeout, environment: 'node', include: ['test/*.server.test.ts'] },
      },
      {
        plugins: [svelte()],
        // Named, so that none is found in mid-run, which would reload the page under a test.
        optimizeDeps: { include: ['@meshes-embed/core > xstate'] },
        test: {
          name: 'browser',
          testTimeout,
          include: ['test/*.browser.test.ts'],
          globalSetup: '@meshes-embed/conformance/plain-embed',
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { renderOnServer },
            provider: playwright({ launchOptions: chromiumLaunch }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
