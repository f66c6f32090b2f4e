import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import vue from '@vitejs/plugin-vue';
import { playwright } from '@vitest/browser-playwright';
import type { PluginOption } from 'vite';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** A busy machine is no failure. ms */
const testTimeout = 60_000;

/** The fake's own tests, in each environment. */
const everywhere = ['test/*.test.ts'];
const setupFiles = ['test/support/quiet.ts'];

function simulated(environment: 'jsdom' | 'happy-dom'): TestProjectConfiguration {
  return { test: { name: environment, testTimeout, environment, include: everywhere, setupFiles } };
}

/** The recipes of the README, as their readers run them. */
function recipe(name: string, plugins: PluginOption[] = []): TestProjectConfiguration {
  return {
    plugins,
    test: { name, testTimeout, environment: 'jsdom', include: [`recipes/${name}/*.test.{ts,tsx}`] },
  };
}

export default defineConfig({
  test: {
    projects: [
      simulated('jsdom'),
      simulated('happy-dom'),
      {
        // Named, so that it is not found in mid-run, which would reload the page under a test.
        optimizeDeps: { include: ['xstate'] },
        test: {
          name: 'browser',
          testTimeout,
          include: everywhere,
          setupFiles,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: chromiumLaunch }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      recipe('react'),
      recipe('vue', [vue()]),
      recipe('svelte', [svelte(), svelteTesting()]),
      { test: { name: 'node', testTimeout, environment: 'node', include: ['test/node/*.test.ts'] } },
    ],
  },
});
