import { frameworkExamples } from '@meshes-embed/app-demo/apps';
import { expect } from '@playwright/test';
import { SandboxControl } from '../../src/demo/sandboxControl.ts';
import { eventually } from '../../src/eventually.ts';
import { demoTest } from '../../src/scenario/demoTest.ts';

demoTest.describe('4.8: it goes live by one launch, and its page goes both ways', () => {
  for (const { name: example } of frameworkExamples) {
    demoTest(example, async ({ tab, demo }) => {
      const address = demo.examples.find(({ name }) => name === example)?.url;
      if (address === undefined) throw new Error(`The demo serves no example ${example}.`);
      const sandbox = new SandboxControl(demo.sandboxApi);
      await sandbox.reset();

      const expectAt = (page: string, launches: number): Promise<void> =>
        eventually(async () => {
          const shown = await tab.evaluate(() => {
            const embed = document.querySelector('meshes-embed');
            return {
              status: embed?.getAttribute('data-meshes-status'),
              iframes: embed?.shadowRoot?.querySelectorAll('iframe').length,
              title: embed?.shadowRoot?.querySelector('iframe')?.title,
              minHeight: (embed as (Element & { minHeight?: number }) | null)?.minHeight,
              pressed: [...document.querySelectorAll('nav [aria-pressed=true]')].map((button) =>
                button.textContent.trim(),
              ),
            };
          });
          expect(shown).toEqual({ status: 'live', iframes: 1, title: 'Integrations', minHeight: 600, pressed: [page] });
          expect(await tab.evaluateInFrame('iframe', () => location.pathname)).toBe(`/workspace/${page}`);
          await sandbox.expectStats({ mintAttempts: launches, launches, launchesRefused: 0, authsReceived: launches });
        });

      await tab.open(address);
      await expectAt('dashboard', 1);
      await tab.clickInFrame('iframe', 'nav a[href*="/workspace/events"]');
      await expectAt('events', 1);
      await tab.click('[data-page=rules]');
      await expectAt('rules', 2);
      await tab.open('about:blank');
    });
  }
});
