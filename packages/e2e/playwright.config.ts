import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '@meshes-embed/conformance/browser';
import { engineNames, firefoxOptions, type EngineName } from './src/engines/startEngine.ts';
import type { MatrixReporterOptions } from './src/matrix/matrixReporter.ts';

/** Told by `src/runSpecs.ts`, which runs a part of the specs beside others. */
const { SPECS_RESULTS: results, SPECS_BUILT: built } = process.env;

/** The scenarios in another order than that of the files: `random`, or the seed that an earlier run printed. */
if (process.env['SPECS_ORDER'] === 'random') {
  process.env['SPECS_ORDER'] = String(Math.floor(Math.random() * 2 ** 31));
  console.log(`The order of the scenarios: SPECS_ORDER=${process.env['SPECS_ORDER']}`);
}
const scenarios = process.env['SPECS_ORDER'] === undefined ? 'specs/scenarios' : 'specs/shuffled';

export default defineConfig<object, { engineName: EngineName }>({
  testDir: 'specs',
  ...(built !== 'yes' && { globalSetup: './src/build/buildOnce.ts' }),
  outputDir: results === undefined ? 'test-results' : join(results, 'specs'),
  fullyParallel: true,
  // Each worker starts a demo of its own, so that counters and faults are only its own, and a browser. A part of the specs
  // that runs beside others has one worker.
  workers: results === undefined ? 2 : 1,
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
    ...engineNames.map((engineName) => ({ name: engineName, testDir: scenarios, use: { engineName } })),
    ...engineNames.map((engineName) => ({
      name: `routes-${engineName}`,
      testDir: 'specs/routes',
      use: { engineName },
    })),
  ],
});
