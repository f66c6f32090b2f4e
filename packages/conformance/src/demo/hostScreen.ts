import type { EmbedStatus } from '@meshes-embed/core';
import { expect, type Frame, type Locator, type Page } from '@playwright/test';
import { testIds } from '../screen/testIds.ts';
import type {} from '../screen/traceRecord.ts';

/** The screen of a sample app in a browser. */
export class HostScreen {
  readonly page: Page;
  readonly #address: string;

  /** @param address - the app's origin */
  constructor(page: Page, address: string) {
    this.page = page;
    this.#address = address;
  }

  /** Opens the screen, with settings in its address such as `role=member&scenario=two`. */
  async open(settings = ''): Promise<void> {
    await this.page.goto(`${this.#address}/?${settings}`);
  }

  /** Opens the screen and waits until its embed is live. */
  async openLive(settings?: string): Promise<void> {
    await this.open(settings);
    await this.expectStatus('live');
  }

  /** Opens the screen and waits until its embed is live, its document has loaded, and its data is shown: nothing is on its way. */
  async openSettled(settings?: string): Promise<void> {
    await this.openLive(settings);
    await this.page.waitForFunction(() => window.meshesTrace.some(({ name }) => name === 'load'));
    const frame = await this.frame();
    await expect(frame.getByRole('table').first()).toBeVisible();
    await expect.poll(async () => (await this.height()) - (await frame.evaluate(() => document.documentElement.scrollHeight))).toBe(0);
  }

  /** The iframe's height as laid out. CSS px */
  height(): Promise<number> {
    return this.iframe.evaluate((iframe) => iframe.clientHeight);
  }

  /** One of the screen's facts, such as `status` or `problem`. */
  fact(name: 'status' | 'page' | 'height' | 'session' | 'problem'): Locator {
    return this.page.getByTestId(testIds[name]);
  }

  async expectStatus(status: EmbedStatus): Promise<void> {
    await expect(this.fact('status')).toHaveText(status);
  }

  async press(button: 'refresh' | 'relaunch' | 'toggle' | 'strict'): Promise<void> {
    await this.page.getByTestId(testIds[button]).click();
  }

  /** The adapter's container. */
  get container(): Locator {
    return this.page.getByTestId(testIds.embed);
  }

  get iframe(): Locator {
    return this.container.locator('iframe');
  }

  /** The embed's document. */
  async frame(): Promise<Frame> {
    const element = await this.iframe.elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('The embed has no frame.');
    return frame;
  }

  async sessionId(): Promise<string> {
    return (await this.fact('session').textContent()) ?? '';
  }

  /** Lets the page's time pass, as fast as can be, until the check holds. Time has to be in our hands. */
  async passTimeUntil(check: () => Promise<void>): Promise<void> {
    await expect(async () => {
      await this.page.clock.fastForward(2_000);
      await check();
    }).toPass({ intervals: [100] });
  }

  /** Lets the page's time pass until the status is reached. */
  async passTimeUntilStatus(status: EmbedStatus): Promise<void> {
    await this.passTimeUntil(() => expect(this.fact('status')).toHaveText(status, { timeout: 250 }));
  }
}
