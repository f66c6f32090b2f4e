import { defineConfig } from '@playwright/test';
import { apps, type AppName } from './src/apps.ts';
import { chromiumLaunch } from './src/browser.ts';

export default defineConfig<object, { app: AppName }>({
  testDir: 'specs',
  outputDir: 'test-results',
  fullyParallel: true,
  // Each worker starts a demo of its own, so that counters and faults are its alone.
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { browserName: 'chromium', launchOptions: chromiumLaunch, locale: 'en-GB' },
  projects: [
    { name: 'trust', testDir: 'specs/trust' },
    ...apps.map((app) => ({ name: app, testDir: 'specs/apps', use: { app } })),
  ],
});
