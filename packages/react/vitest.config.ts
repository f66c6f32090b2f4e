import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** A busy machine is no failure. ms */
const testTimeout = 60_000;

/** Named, so that none is found in mid-run, which would reload the page under a test. */
const include = [
  'react',
  'react-dom',
  'react-dom/client',
  'react-dom/server',
  'react/jsx-dev-runtime',
  '@meshes-embed/core > xstate',
];

/** The oldest React that is supported stands beside the newest under a name of its own. */
const react18 = { alias: [{ find: /^react(-dom)?(?=$|\/)/, replacement: 'react$1-18' }] };

function browser(name: string, tests: string[], resolve = {}): TestProjectConfiguration {
  return {
    resolve,
    optimizeDeps: { include },
    cacheDir: `node_modules/.vite/${name}`,
    test: {
      name,
      testTimeout,
      include: tests,
      globalSetup: '@meshes-embed/conformance/plain-embed',
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        provider: playwright({ launchOptions: chromiumLaunch }),
        instances: [{ browser: 'chromium' }],
      },
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'server',
          testTimeout,
          environment: 'node',
          include: ['test/server.test.tsx', 'test/compiler.test.ts'],
        },
      },
      browser('browser', ['test/*.browser.test.tsx']),
      browser('react-18', ['test/adapterContract.browser.test.tsx', 'test/version.react18.test.ts'], react18),
    ],
  },
});
