import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** A busy machine is no failure. ms */
const testTimeout = 60_000;

/** Tests run on the build with the template compiler, of the newest Vue and of the oldest that is supported, which has a name of its own. */
function browser(name: string, vue: string, tests: string[]): TestProjectConfiguration {
  const build = `${vue}/dist/vue.esm-bundler.js`;
  return {
    define: {
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    resolve: {
      alias: [
        { find: /^vue$/, replacement: build },
        { find: /^vue(?=\/server-renderer$)/, replacement: vue },
      ],
    },
    // Named, so that none is found in mid-run, which would reload the page under a test.
    optimizeDeps: { include: [build, `${vue}/server-renderer`, '@meshes-embed/core > xstate'] },
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
    // The template compiler comes in its build for Node, which says at each template that it decodes entities by itself.
    onConsoleLog: (log) => !log.includes('decodeEntities option'),
    projects: [
      {
        test: {
          name: 'node',
          testTimeout,
          environment: 'node',
          include: ['test/server.test.ts', 'test/readme.test.ts'],
        },
      },
      browser('browser', 'vue', ['test/*.browser.test.ts']),
      browser('vue-3.4', 'vue-3.4', ['test/*.browser.test.ts', 'test/version.vue34.test.ts']),
    ],
  },
});
