import type { TraceKind } from '@meshes-embed/core';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import type { AppName } from '../apps.ts';
import { AppNetwork } from '../demo/appNetwork.ts';
import { startDemoProcess, type DemoAddresses } from '../demo/demoProcess.ts';
import { SandboxControl } from '../demo/sandboxControl.ts';
import { testIds } from '@meshes-embed/app-shared';

/** The visualizer in a browser, as a person meets it. */
export class Visualizer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The shown element of a test id: pages that were left stay as they were, out of sight. */
  find(testId: string): Locator {
    return this.page.getByTestId(testId).filter({ visible: true });
  }

  /** A state of the chart. */
  state(path: string): Locator {
    return this.find('chart').locator(`[data-state="${path}"]`);
  }

  async expectActive(...paths: string[]): Promise<void> {
    await expect
      .poll(() =>
        this.find('chart')
          .locator('.state.active')
          .evaluateAll((states) => states.map((state) => state.getAttribute('data-state')).toSorted()),
      )
      .toEqual(paths.toSorted());
  }

  /** Leaves the steps of one kind in the timeline. By clicks: Firefox's driver cannot type into a window that a page opened. */
  async showOnly(kind: TraceKind): Promise<void> {
    for (const other of await this.page.locator(`main:not([hidden]) .kind:not([data-kind="${kind}"])`).all())
      await other.click();
  }

  /** Enters a text as one change: Firefox's driver cannot type into a field while its window has no focus. */
  async enter(testId: string, text: string): Promise<void> {
    await this.find(testId).evaluate((field: HTMLInputElement, value) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, value);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  }

  /** Waits until the timeline, searched for a text, shows so many steps, which are these. */
  async expectSteps(search: string, ...names: string[]): Promise<void> {
    await this.enter('step-search', search);
    await expect(this.find('steps').locator('.step-name')).toHaveText(names);
  }
}

/** A sample app with the visualizer that its button opened. */
export interface Opened {
  readonly host: Page;
  readonly visualizer: Visualizer;
  readonly sandbox: SandboxControl;
  readonly network: AppNetwork;
  /** The app's origin. */
  readonly origin: string;
}

interface Fixtures {
  /** The visualizer by itself, on the page that its address names. */
  readonly visit: (page: string) => Promise<Visualizer>;
  /** A sample app that is live, and its visualizer. */
  readonly open: (app: AppName, settings?: string) => Promise<Opened>;
}

/** A recorded trace. */
export const golden = (name: string): string => fileURLToPath(new URL(`../../golden/${name}.json`, import.meta.url));

/** Playwright's `test` with a demo. What the visualizer throws fails the test. */
export const test = base.extend<Fixtures, { readonly demo: DemoAddresses }>({
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs from this pattern.
    async ({}, use) => {
      const demo = await startDemoProcess();
      await use(demo.addresses);
      await demo.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  visit: async ({ page, demo }, use) => {
    const thrown: string[] = [];
    page.on('pageerror', (error) => thrown.push(error.message));
    await use(async (name) => {
      await page.goto(`${demo.visualizer}/#${name}`);
      return new Visualizer(page);
    });
    expect(thrown, 'the visualizer throws nothing').toEqual([]);
  },
  open: async ({ page: host, context, demo }, use) => {
    await use(async (app, settings = '') => {
      const origin = demo.apps.find(({ name }) => name === app)!.url;
      const [sandbox, network] = [new SandboxControl(demo.sandboxApi), new AppNetwork(origin)];
      await Promise.all([sandbox.reset(), network.reset()]);
      await host.goto(`${origin}/?${settings}`);
      await expect(host.getByTestId(testIds.status)).toHaveText('live');
      const [page] = await Promise.all([context.waitForEvent('page'), host.getByTestId(testIds.visualizer).click()]);
      const visualizer = new Visualizer(page);
      // A window that a page opened begins with an empty document, which goes away while one looks into it.
      await visualizer.find('connection').waitFor();
      return { host, visualizer, sandbox, network, origin };
    });
  },
});

export { expect };
