import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './src/browser.ts';
import { engineNames, firefoxOptions, type EngineName } from './src/engines/startEngine.ts';

export default defineConfig<object, { engineName: EngineName }>({
  testDir: 'specs',
  globalSetup: './src/demo/buildOnce.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  // Each worker starts a demo of its own, so that counters and faults are its alone.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['./src/matrix/matrixReporter.ts'], ['json', { outputFile: 'test-results/browser.json' }]],
  projects: [
    { name: 'trust', testDir: 'specs/trust', use: { browserName: 'chromium', launchOptions: chromiumLaunch, locale: 'en-GB' } },
    { name: 'visualizer-chromium', testDir: 'specs/visualizer', use: { browserName: 'chromium', launchOptions: chromiumLaunch, locale: 'en-GB' } },
    { name: 'visualizer-firefox', testDir: 'specs/visualizer', use: { browserName: 'firefox', launchOptions: firefoxOptions(), locale: 'en-GB' } },
    { name: 'failures', testDir: 'specs/failures' },
    ...engineNames.map((engineName) => ({ name: engineName, testDir: 'specs/scenarios', use: { engineName } })),
  ],
});
