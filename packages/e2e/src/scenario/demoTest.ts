import { test as base } from '@playwright/test';
import { startDemoProcess, type DemoAddresses } from '../demo/demoProcess.ts';
import type { Engine, EnginePage } from '../engines/engine.ts';
import { startEngine, type EngineName } from '../engines/startEngine.ts';

/** A test with a browser, a tab of it, and a demo, all of its worker's own. */
export const demoTest = base.extend<
  object,
  { readonly engineName: EngineName; readonly engine: Engine; readonly tab: EnginePage; readonly demo: DemoAddresses }
>({
  engineName: ['chromium', { option: true, scope: 'worker' }],
  engine: [
    async ({ engineName }, use) => {
      const engine = await startEngine(engineName);
      await use(engine);
      await engine.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  // One for all, as most of a play's time would go into starting browsers. It starts each play from an empty page, and
  // signs in again there; after a failure Playwright starts another worker, and so another browser.
  tab: [
    async ({ engine }, use) => {
      const tab = await engine.newPage();
      await use(tab);
      await tab.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const demo = await startDemoProcess();
      await use(demo.addresses);
      await demo.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
