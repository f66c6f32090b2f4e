import { test as base, expect } from '@playwright/test';
import { apps, type AppName } from '../apps.ts';
import { startDemoProcess, type DemoAddresses } from './demoProcess.ts';
import { SandboxControl } from './sandboxControl.ts';
import { HostScreen } from './hostScreen.ts';
import { Secrets } from './secrets.ts';

interface TestFixtures {
  readonly host: HostScreen;
  readonly secrets: Secrets;
  /** What the console may say besides; a healthy page says nothing. */
  readonly tolerated: RegExp | null;
}

interface WorkerFixtures {
  readonly app: AppName;
  readonly demo: DemoAddresses;
  readonly sandbox: SandboxControl;
}

/** So many sessions are minted or refreshed at most in ten minutes, whatever happens. */
const mostCalls = 12;

/** What development servers and tools print; not the page's own words. */
const chatter = /^\[vite\]|React DevTools|^WebSocket connection to/;

/**
 * Playwright's `test` over one sample app of a demo that each worker starts for itself. Each test starts from the
 * sandbox's seed. After each one: the page printed nothing, the budget was kept, and no secret is anywhere.
 */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  app: [apps[0], { option: true, scope: 'worker' }],
  tolerated: [null, { option: true }],
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const demo = await startDemoProcess();
      await use(demo.addresses);
      await demo.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  sandbox: [({ demo }, use) => use(new SandboxControl(demo.sandboxApi)), { scope: 'worker' }],
  // oxlint-disable-next-line no-empty-pattern -- as above
  secrets: ({}, use) => use(new Secrets()),
  host: async ({ page, context, app, demo, sandbox, secrets, tolerated }, use) => {
    await sandbox.reset();
    const printed: string[] = [];
    page.on('console', (message) => printed.push(message.text()));
    page.on('pageerror', (error) => printed.push(`uncaught: ${error.message}`));
    secrets.watch(context);

    const address = demo.apps.find(({ name }) => name === app)?.url;
    if (!address) throw new Error(`The demo serves no app ${app}.`);
    await use(new HostScreen(page, address));

    const { mintAttempts, refreshAttempts } = await sandbox.stats();
    expect(mintAttempts + refreshAttempts, 'the budget of calls').toBeLessThanOrEqual(mostCalls);
    await secrets.expectNone(page, printed);
    expect(printed.filter((text) => !chatter.test(text) && !tolerated?.test(text)), 'the console stays silent').toEqual([]);
  },
});

export { expect };
