import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { engineNames, firefoxOptions, type EngineName } from './src/engines/startEngine.ts';
import type { MatrixReporterOptions } from './src/matrix/matrixReporter.ts';

/** Told by `src/runSpecs.ts`, which runs a part of the specs beside others. */
const { SPECS_RESULTS: results, SPECS_BUILT: built } = process.env;

export default defineConfig<object, { engineName: EngineName }>({
  testDir: 'specs',
  ...(built !== 'yes' && { globalSetup: './src/build/buildOnce.ts' }),
  outputDir: results === undefined ? 'test-results' : join(results, 'specs'),
  fullyParallel: true,
  // Each worker starts a demo of its own, so that counters and faults are only its own.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [
    [
      './src/matrix/matrixReporter.ts',
      { file: results && join(results, 'specs.json') } satisfies MatrixReporterOptions,
    ],
  ],
  projects: [
    {
      name: 'trust',
      testDir: 'specs/trust',
      use: { browserName: 'chromium', launchOptions: chromiumLaunch, locale: 'en-GB' },
    },
    {
      name: 'visualizer-chromium',
      testDir: 'specs/visualizer',
      use: { browserName: 'chromium', launchOptions: chromiumLaunch, locale: 'en-GB' },
    },
    {
      name: 'visualizer-firefox',
      testDir: 'specs/visualizer',
      use: { browserName: 'firefox', launchOptions: firefoxOptions(), locale: 'en-GB' },
    },
    { name: 'failures', testDir: 'specs/failures' },
    { name: 'examples', testDir: 'specs/examples' },
    { name: 'frameworks', testDir: 'specs/frameworks' },
    ...engineNames.map((engineName) => ({ name: engineName, testDir: 'specs/scenarios', use: { engineName } })),
    ...engineNames.map((engineName) => ({
      name: `routes-${engineName}`,
      testDir: 'specs/routes',
      use: { engineName },
    })),
  ],
});
