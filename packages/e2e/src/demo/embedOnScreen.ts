import type { LaunchPage } from '@meshes-embed/core';
import { expect } from '@playwright/test';
import type { Json } from '../engines/engine.ts';
import { eventually } from '../eventually.ts';
import type { Watched } from '../probe/watchIframes.ts';
import { testIds } from '@meshes-embed/app-shared';
import { byTestId } from './byTestId.ts';
import { ScreenPage } from './screenPage.ts';

const container = byTestId(testIds.embed);
const iframe = `${container} iframe`;

/** The embed on the screen of a sample app: its container, its iframe, and what is inside. */
export class EmbedOnScreen extends ScreenPage {
  /** Waits until the embed's document has loaded, shows its data, and is as high as that. */
  async settle(): Promise<void> {
    await this.expectSteps('load', { atLeast: 1 });
    await eventually(async () => {
      const inside = await this.inside(async () => {
        const isLoaded = (): boolean => document.querySelector('main table, main form, main .figures') !== null;
        // As `meshesProbe.soon`, which is only in the page.
        for (let pauses = 0; pauses < 50 && !isLoaded(); pauses += 1)
          await new Promise((resolve) => setTimeout(resolve, 20));
        return { loaded: isLoaded(), height: document.documentElement.scrollHeight };
      });
      expect(inside.loaded).toBe(true);
      expect(await this.height(Math.max(480, inside.height))).toBe(Math.max(480, inside.height));
    });
  }

  /** An attribute of the container, or of the iframe in it. */
  attribute(of: 'container' | 'iframe', name: string): Promise<string | null> {
    return this.page.evaluate(
      (selector, wanted) => window.meshesProbe.findAll(selector)[0]?.getAttribute(wanted) ?? null,
      of === 'iframe' ? iframe : container,
      name,
    );
  }

  async expectIframes(count: number): Promise<void> {
    await eventually(async () => expect(await this.find('iframe')).toHaveLength(count));
  }

  /**
   * The iframe's height as laid out. CSS px
   *
   * @param expected - what it waits for a moment to become
   */
  height(expected?: number): Promise<number> {
    return this.page.evaluate(
      async (selector, wanted) => {
        const height = (): number => window.meshesProbe.findAll(selector)[0]?.clientHeight ?? 0;
        if (wanted !== null) await window.meshesProbe.soon(() => height() === wanted);
        return height();
      },
      iframe,
      expected ?? null,
    );
  }

  /** The iframes in the container, the first one first. */
  iframes(): Promise<readonly { readonly inert: boolean; readonly seen: boolean }[]> {
    return this.page.evaluate(
      (selector) =>
        window.meshesProbe.findAll(selector).map((element) => ({
          inert: element.inert,
          seen: element.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
        })),
      iframe,
    );
  }

  /** Gives the iframe the focus, as a click into it does. */
  focusInside(): Promise<void> {
    return this.page.evaluate((selector) => window.meshesProbe.findAll(selector)[0]?.focus(), iframe);
  }

  /** Waits until the iframe has the focus. */
  async expectFocusInside(): Promise<void> {
    await eventually(async () => expect((await this.find(iframe)).map(({ focused }) => focused)).toEqual([true]));
  }

  /** What is in the container at each drawing of the page while something happens. */
  async watch(happens: () => Promise<void>): Promise<Watched> {
    await this.page.evaluate((selector) => {
      const stop = window.meshesProbe.watchIframes(document.querySelector(selector) as Element);
      Object.assign(window, { meshesWatched: stop });
    }, container);
    await happens();
    return this.page.evaluate(() => ({ ...(window as unknown as { meshesWatched: () => Watched }).meshesWatched() }));
  }

  /** Calls a function inside of the embed. */
  inside<Result, Args extends readonly Json[]>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result> {
    return this.page.evaluateInFrame(iframe, script, ...args);
  }

  /** Follows a link of the embed's own navigation. */
  async walk(page: LaunchPage): Promise<void> {
    await this.page.clickInFrame(iframe, `nav a[href*="/workspace/${page}"]`);
  }

  /** Presses something of the embed by its test id there. */
  async enter(testId: string): Promise<void> {
    await this.page.clickInFrame(iframe, byTestId(testId));
  }

  /** Another script takes the iframe out of the page: the iframe itself, or everything in the place that it is in. */
  takeIframeAway(what: 'itself' | 'with all around it'): Promise<void> {
    return this.page.evaluate(
      (selector, only) => {
        const [element] = window.meshesProbe.findAll(selector);
        if (only) element?.remove();
        else element?.parentElement?.replaceChildren();
      },
      iframe,
      what === 'itself',
    );
  }
}
