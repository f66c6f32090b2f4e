import type { LaunchPage } from '@meshes-embed/core';
import { expect } from '@playwright/test';
import type { EnginePage, Json } from '../engines/engine.ts';
import { eventually } from '../eventually.ts';
import type { ExtraOptions, Tab } from '@meshes-embed/app-shared';
import { testIds } from '@meshes-embed/app-shared';
import { byTestId } from './byTestId.ts';
import { EmbedOnScreen } from './embedOnScreen.ts';

/** How to open the screen. */
export interface ScreenAddress {
  /** What the screen's address chooses, such as `role=member&scenario=two`. */
  readonly settings?: string;
  /** Takes the page's time into the spec's hands. */
  readonly time?: 'held';
  /** What the page's wall clock says at the start; needs held time. */
  readonly now?: string;
  /** The Content-Security-Policy of the page. */
  readonly policy?: string;
}

const waiting = '[role="status"]';

/** The screen of a sample app in any browser, and what its user does there. */
export class HostScreen extends EmbedOnScreen {
  /** The app's. */
  readonly origin: string;

  /** Whether a document of the app that the page is in may show this screen. */
  readonly #kept: boolean;

  /**
   * @param origin - the app's
   * @param document - `kept`: where the page is in a document of the app, that one shows the screen; `own`: each has one of its own
   */
  constructor(page: EnginePage, origin: string, document: 'kept' | 'own' = 'own') {
    super(page);
    this.origin = origin;
    this.#kept = document === 'kept';
  }

  async open(address: ScreenAddress = {}): Promise<void> {
    const { settings, ...rest } = address;
    const query = new URLSearchParams(settings);
    // A spec that keeps what leaves says so: the next one in this document would find it.
    if (!query.has('leaving')) query.set('leaving', 'ended');
    for (const [name, value] of Object.entries(rest)) query.set(name, value);
    if (this.#kept && address.policy === undefined && (await this.#enter(`?${query}`))) return;
    await this.page.open(`${this.origin}/?${query}`);
  }

  /** Ends what the screen is doing: in the document that it is in, or with it. */
  async leave(): Promise<void> {
    if (this.#kept && (await this.#isHere())) await this.page.evaluate(() => window.meshesProbe.leave());
    else await this.page.open('about:blank');
  }

  /** Whether the page shows a screen of this app that is there for good. */
  #isHere(): Promise<boolean> {
    return this.page.evaluate((origin) => location.origin === origin && 'meshesScreen' in window, this.origin);
  }

  async #enter(search: string): Promise<boolean> {
    return (await this.#isHere()) && (await this.page.evaluate((to) => window.meshesProbe.enter(to), search));
  }

  /**
   * Opens the screen and waits until its embed is live and shows its data: nothing is on its way any more. Where time is
   * held, a second of it has passed since: what loads sooner than that may still be the launched page that moves on.
   */
  async openLive(address?: ScreenAddress): Promise<void> {
    await this.open(address);
    await this.expectStatus('live');
    await this.settle();
    await this.jump(1_000);
  }

  async press(button: 'refresh' | 'relaunch' | 'toggle' | 'render'): Promise<void> {
    await this.page.click(byTestId(testIds[button]));
  }

  /** Follows the screen's own link to a page of the embed. */
  async follow(page: LaunchPage): Promise<void> {
    await this.page.click(byTestId(testIds.pages[page]));
  }

  /** Turns to tabs of the screen, one after the other, each as soon as the one before is drawn. */
  turnTo(...tabs: readonly Tab[]): Promise<void> {
    return this.page.evaluate(
      async (selectors) => {
        for (const selector of selectors) {
          document.querySelector<HTMLElement>(selector)?.click();
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        }
      },
      tabs.map((tab) => byTestId(testIds.tabs[tab])),
    );
  }

  /** Follows links to pages of the embed at once: faster than any of them can be launched. */
  followFast(pages: readonly LaunchPage[]): Promise<void> {
    return this.page.evaluate(
      async (selectors) => {
        for (const selector of selectors) {
          document.querySelector<HTMLElement>(selector)?.click();
          // Until the framework has rendered.
          await new Promise(requestAnimationFrame);
        }
      },
      pages.map((page) => byTestId(testIds.pages[page])),
    );
  }

  /** While something happens, no request of the page is answered. Those that the page gives up until then are never sent. */
  async unanswered(happens: () => Promise<void>): Promise<void> {
    await this.page.evaluate(() => {
      const { fetch } = window;
      Object.assign(window, { meshesFetch: fetch });
      window.fetch = (request, init) =>
        new Promise((resolve, reject) => {
          addEventListener('meshes:answered', () => init?.signal?.aborted || resolve(fetch(request, init)), {
            once: true,
          });
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        });
    });
    await happens();
    await this.page.evaluate(() => {
      window.fetch = (window as unknown as { meshesFetch: typeof fetch }).meshesFetch;
      dispatchEvent(new Event('meshes:answered'));
    });
  }

  /** Gives the embed other settings, besides the screen's own. */
  async setOptions(options: ExtraOptions): Promise<void> {
    await this.page.evaluate((given) => window.meshesOptions(given as object), options as Json);
  }

  /** The sample backend makes a mistake with the sessions of this screen's user, so often. */
  async spoil(name: string, times: number): Promise<void> {
    const status = await this.page.evaluate(
      async (body) =>
        (await fetch('/api/failures', { method: 'POST', headers: { 'content-type': 'application/json' }, body }))
          .status,
      JSON.stringify({ answer: { name, times } }),
    );
    expect(status).toBe(204);
  }

  /** Goes to the problem's button by the keyboard, from the screen's last tab before it, and presses that. */
  async retry(): Promise<void> {
    await this.page.evaluate(
      (selector) => document.querySelector<HTMLElement>(selector)?.focus(),
      byTestId(testIds.tabs.settings),
    );
    await this.page.press('Tab');
    await eventually(async () =>
      expect(await this.find('[role="alert"] button')).toEqual([{ text: 'Try again', shown: true, focused: true }]),
    );
    await this.page.press('Enter');
  }

  /** Waits until the display of a wait says this to the user; nothing where it is not shown. */
  async expectWaiting(expected: RegExp): Promise<void> {
    await eventually(async () => expect((await this.find(waiting))[0]?.text).toMatch(expected));
  }

  /** Presses the button in the display of a wait. */
  async tryNow(): Promise<void> {
    await eventually(async () =>
      expect((await this.find(`${waiting} button`)).map(({ text }) => text)).toEqual(['Try now']),
    );
    await this.page.click(`${waiting} button`);
  }

  /** The same screen in another tab of the same browser. */
  async openTab(): Promise<HostScreen> {
    return new HostScreen(await this.page.openTab(), this.origin);
  }
}
