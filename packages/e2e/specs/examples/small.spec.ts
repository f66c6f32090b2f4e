import { smallExamples } from '@meshes-embed/app-demo/apps';
import type { LaunchPage } from '@meshes-embed/core';
import { expect } from '@playwright/test';
import { SandboxControl } from '../../src/demo/sandboxControl.ts';
import type { EnginePage } from '../../src/engines/engine.ts';
import { eventually } from '../../src/eventually.ts';
import { demoTest } from '../../src/scenario/demoTest.ts';

/** Waits until the embed is live at a page, and the example marks the button of that page as the current one. */
async function expectAt(tab: EnginePage, page: LaunchPage): Promise<void> {
  await eventually(async () => {
    const outside = await tab.evaluate(() => ({
      status: document.querySelector('[data-meshes-status]')?.getAttribute('data-meshes-status'),
      marked: [...document.querySelectorAll('nav [aria-current="page"]')].map(({ textContent }) => textContent.trim()),
    }));
    expect(outside).toEqual({ status: 'live', marked: [page] });
    const inside = await tab.evaluateInFrame('iframe', () => ({
      path: location.pathname,
      loaded: document.querySelector('main table, main form, main .figures, main dl') !== null,
    }));
    expect(inside).toEqual({ path: `/workspace/${page}`, loaded: true });
  });
}

demoTest.describe('it goes live, and its buttons and the embed follow each other', () => {
  for (const { name } of smallExamples) {
    demoTest(name, async ({ tab, demo }) => {
      const address = demo.examples.find((example) => example.name === name)?.url;
      if (address === undefined) throw new Error(`The demo serves no example ${name}.`);
      const sandbox = new SandboxControl(demo.sandboxApi);
      await sandbox.reset();
      await tab.open(address);
      await expectAt(tab, 'dashboard');
      await tab.click('nav button[value="rules"]');
      await expectAt(tab, 'rules');
      await tab.clickInFrame('iframe', 'nav a[href*="/workspace/events"]');
      await expectAt(tab, 'events');
      await tab.click('nav button[value="connections"]');
      await expectAt(tab, 'connections');
      // One session for each page that a button led to, and none for the way inside of the embed.
      await sandbox.expectStats({ mintAttempts: 3, mints: 3, launches: 3, launchesRefused: 0, authsReceived: 3 });
      await tab.open('about:blank');
    });
  }
});
