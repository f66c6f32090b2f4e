import type { LaunchPage } from '@meshes-embed/core';
import { expect } from '@playwright/test';
import type { EnginePage } from '../engines/engine.ts';
import { eventually } from '../eventually.ts';

const pathOf = (page: string): string => `/integrations/${page}`;
const linkTo = (page: LaunchPage): string => `nav a[href="${pathOf(page)}"]`;

/**
 * A host in any browser that has each page of the embed at a route of its own, `/integrations/:page`, with a link to
 * each. It is found only by what users have of it: links, addresses, and the iframe.
 */
export class RouteHost {
  readonly page: EnginePage;
  readonly #origin: string;

  /** @param origin - where the host is served */
  constructor(page: EnginePage, origin: string) {
    this.page = page;
    this.#origin = origin;
  }

  /** Opens a route: that of a page, or of what someone typed in its place. */
  async open(page: string): Promise<void> {
    await this.page.open(this.#origin + pathOf(page));
  }

  /** Follows a link of the host's navigation. */
  async follow(page: LaunchPage): Promise<void> {
    await this.page.click(linkTo(page));
  }

  /** Follows a link of the embed's own navigation. */
  async walk(page: LaunchPage): Promise<void> {
    await this.page.clickInFrame('iframe', `nav a[href*="/workspace/${page}"]`);
  }

  /** Opens the first of the events that the embed lists. */
  async openEvent(): Promise<void> {
    await this.page.clickInFrame('iframe', '[data-testid="event-link"]');
  }

  /** Presses the browser's own Back or Forward. */
  async travel(to: 'back' | 'forward'): Promise<void> {
    await this.page.evaluate((where) => history[where](), to);
  }

  /** Loads the host again at the address that it is at. */
  async reload(): Promise<void> {
    await this.page.open(await this.page.evaluate(() => location.href));
  }

  /** Waits until the address names this page, or what was typed in its place. */
  async expectAddress(page: string): Promise<void> {
    await eventually(async () => expect(await this.page.evaluate(() => location.pathname)).toBe(pathOf(page)));
  }

  /** Waits until the embed is live, by itself in its place, and shows this page or its details. */
  async expectEmbed(at: LaunchPage, where: 'front' | 'details' = 'front'): Promise<void> {
    await eventually(async () => {
      const outside = await this.page.evaluate(() => ({
        status: document.querySelector('[data-meshes-status]')?.getAttribute('data-meshes-status'),
        iframes: document.querySelectorAll('iframe').length,
      }));
      expect(outside).toEqual({ status: 'live', iframes: 1 });
      const { path, loaded } = await this.page.evaluateInFrame('iframe', () => ({
        path: location.pathname,
        loaded: document.querySelector('main table, main form, main .figures, main dl') !== null,
      }));
      expect(path).toMatch(new RegExp(`^/workspace/${at}${where === 'front' ? '' : '/.+'}$`));
      expect(loaded).toBe(true);
    });
  }

  /** Waits until address, navigation and embed are at this page, all three. */
  async expectAt(page: LaunchPage): Promise<void> {
    await this.expectAddress(page);
    await this.expectEmbed(page);
    const marked = await this.page.evaluate(() =>
      [...document.querySelectorAll('nav a[aria-current="page"]')].map((link) => link.getAttribute('href')),
    );
    expect(marked, 'the links that are marked as the current one').toEqual([pathOf(page)]);
  }

  /** What a person would look at who comes to a host on which a play failed. */
  describe(): Promise<string> {
    const look = this.page.evaluate(
      () =>
        `It is at ${location.pathname}, and shows: ${document.body.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 600)}`,
    );
    return look.catch((error: Error) => `It cannot be looked at: ${error.message}`);
  }

  /** What has the keyboard focus in the host's document, by its tag. */
  focused(): Promise<string | undefined> {
    return this.page.evaluate(() => document.activeElement?.localName);
  }
}
