import type { EmbedStatus, LaunchPage, TraceEvent } from '@meshes-embed/core';
import type { CauseCode } from '@meshes-embed/core/diagnostics';
import { expect } from '@playwright/test';
import type { EnginePage, Json } from '../engines/engine.ts';
import { eventually } from '../eventually.ts';
import type {} from '../screen/exposeDiagnosis.ts';
import type { ExtraOptions } from '../screen/extraOptions.ts';
import type {} from '../probe/probe.ts';
import { testIds } from '../screen/testIds.ts';
import type {} from '../screen/traceRecord.ts';

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

/** One of the facts that the screen shows. */
export type Fact = 'status' | 'page' | 'height' | 'session' | 'problem';

/** The CSS selector of a test id. */
export const byTestId = (testId: string): string => `[data-testid="${testId}"]`;

const container = byTestId(testIds.embed);
const iframe = `${container} iframe`;

/** How long the embed waits for `meshes:ready` at most. ms */
const readyDeadline = 15_000;

/** How long it waits for another try at most. ms */
const longestRetry = 120_000;

/** The screen of a sample app in any browser. */
export class HostScreen {
  readonly page: EnginePage;
  readonly #origin: string;

  /** @param origin - the app's */
  constructor(page: EnginePage, origin: string) {
    this.page = page;
    this.#origin = origin;
  }

  async open({ settings, ...rest }: ScreenAddress = {}): Promise<void> {
    const query = new URLSearchParams(settings);
    for (const [name, value] of Object.entries(rest)) query.set(name, value);
    await this.page.open(`${this.#origin}/?${query}`);
  }

  /** Opens the screen and waits until its embed is live and shows its data: nothing is on its way any more. */
  async openLive(address?: ScreenAddress): Promise<void> {
    await this.open(address);
    await this.expectStatus('live');
    await this.settle();
  }

  /** Waits until the embed's document has loaded, shows its data, and is as high as that. */
  async settle(): Promise<void> {
    await this.expectSteps('load', { atLeast: 1 });
    await eventually(async () => {
      const inside = await this.inside(async () => {
        const isLoaded = (): boolean => document.querySelector('main table, main form, main .figures') !== null;
        // As `meshesProbe.soon`, which is in the page alone.
        for (let pauses = 0; pauses < 50 && !isLoaded(); pauses += 1) await new Promise((resolve) => setTimeout(resolve, 20));
        return { loaded: isLoaded(), height: document.documentElement.scrollHeight };
      });
      expect(inside.loaded).toBe(true);
      expect(await this.height(Math.max(480, inside.height))).toBe(Math.max(480, inside.height));
    });
  }

  /** What the screen says of a fact. */
  async fact(name: Fact): Promise<string> {
    return (await this.find(byTestId(testIds[name])))[0]?.text ?? '';
  }

  async expectFact(name: Fact, expected: string | RegExp): Promise<void> {
    const exactly = typeof expected === 'string';
    await eventually(async () => {
      const text = await this.page.evaluate(
        async (selector, wanted, isPattern) => {
          const said = (): string => document.querySelector(selector)?.textContent.trim() ?? '';
          await window.meshesProbe.soon(() => (isPattern ? new RegExp(wanted).test(said()) : said() === wanted));
          return said();
        },
        byTestId(testIds[name]),
        exactly ? expected : expected.source,
        !exactly,
      );
      if (exactly) expect(text).toBe(expected);
      else expect(text).toMatch(expected);
    });
  }

  expectStatus(status: EmbedStatus): Promise<void> {
    return this.expectFact('status', status);
  }

  async press(button: 'refresh' | 'relaunch' | 'toggle' | 'render'): Promise<void> {
    await this.page.click(byTestId(testIds[button]));
  }

  /** Follows the screen's own link to a page of the embed. */
  async follow(page: LaunchPage): Promise<void> {
    await this.page.click(byTestId(testIds.pages[page]));
  }

  /** Gives the embed other settings, besides the screen's own. */
  async setOptions(options: ExtraOptions): Promise<void> {
    await this.page.evaluate((given) => window.meshesOptions(given as object), options as Json);
  }

  /** The elements that a CSS selector finds, as a person meets them. */
  find(selector: string): Promise<readonly { readonly text: string; readonly shown: boolean; readonly focused: boolean }[]> {
    return this.page.evaluate(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>(wanted)].map((element) => ({
          text: element.textContent.trim(),
          shown: element.getClientRects().length > 0,
          focused: document.activeElement === element,
        })),
      selector,
    );
  }

  /** Goes to the problem's button by the keyboard, from the screen's last page link before it, and presses that. */
  async retry(): Promise<void> {
    await this.page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.focus(), byTestId(testIds.pages.events));
    await this.page.press('Tab');
    await eventually(async () => expect(await this.find('[role="alert"] button')).toEqual([{ text: 'Try again', shown: true, focused: true }]));
    await this.page.press('Enter');
  }

  /** An attribute of the container, or of the iframe in it. */
  attribute(of: 'container' | 'iframe', name: string): Promise<string | null> {
    return this.page.evaluate((selector, wanted) => document.querySelector(selector)?.getAttribute(wanted) ?? null, of === 'iframe' ? iframe : container, name);
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
        const height = (): number => document.querySelector(selector)?.clientHeight ?? 0;
        if (wanted !== null) await window.meshesProbe.soon(() => height() === wanted);
        return height();
      },
      iframe,
      expected ?? null,
    );
  }

  /** Calls a function inside of the embed. */
  inside<Result, Args extends readonly Json[]>(script: (...args: Args) => Result | Promise<Result>, ...args: Args): Promise<Result> {
    return this.page.evaluateInFrame(iframe, script, ...args);
  }

  /** Follows a link of the embed's own navigation. */
  async walk(page: LaunchPage): Promise<void> {
    await this.page.clickInFrame(iframe, `nav a[href*="/workspace/${page}"]`);
  }

  /** The trace of the screen's embed so far. */
  trace(): Promise<readonly TraceEvent[]> {
    return this.page.evaluate(() => window.meshesTrace);
  }

  /** Waits until steps of this name were taken as often as wanted. */
  async expectSteps(name: string, wanted: number | { readonly atLeast: number }): Promise<void> {
    const exactly = typeof wanted === 'number';
    const least = exactly ? wanted : wanted.atLeast;
    await eventually(async () => {
      const count = await this.page.evaluate(
        async (step, enough) => {
          const steps = (): number => window.meshesTrace.filter((event) => event.name === step).length;
          await window.meshesProbe.soon(() => steps() >= enough);
          return steps();
        },
        name,
        least,
      );
      if (exactly) expect(count, `steps of ${name}`).toBe(wanted);
      else expect(count, `steps of ${name}`).toBeGreaterThanOrEqual(least);
    });
  }

  /** Something happens to the page as a browser would tell it. */
  happens(what: 'shown' | 'restored' | 'online'): Promise<void> {
    return this.page.evaluate((kind) => {
      if (kind === 'shown') document.dispatchEvent(new Event('visibilitychange'));
      else if (kind === 'restored') window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      else window.dispatchEvent(new Event('online'));
    }, what);
  }

  /** Time goes on by so many ms at once. Needs held time, as all that follows. */
  jump(ms: number): Promise<void> {
    return this.page.evaluate((by) => window.meshesProbe.time?.jump(by), ms) as Promise<void>;
  }

  /** The machine sleeps for so many ms: the wall clock goes on, and no timer fires. */
  sleep(ms: number): Promise<void> {
    return this.page.evaluate((by) => window.meshesProbe.time?.sleep(by), ms) as Promise<void>;
  }

  /** Waits for a status that nothing but time ends, and lets that pass. ms */
  async outwait(status: EmbedStatus, ms: number): Promise<void> {
    await this.expectStatus(status);
    await this.jump(ms);
  }

  /** Waits until the page has seen so many documents of its iframes load and one of them stays silent; then its deadline passes. */
  async outwaitSilence(loads: number): Promise<void> {
    await this.expectSteps('load', { atLeast: loads });
    await this.outwait('launching', readyDeadline);
  }

  /** Waits until the embed is about to try again, and lets the time until then pass. */
  outwaitRetry(): Promise<void> {
    return this.outwait('recovering', longestRetry);
  }

  /** The same screen in another tab of the same browser. */
  async openTab(): Promise<HostScreen> {
    return new HostScreen(await this.page.openTab(), this.#origin);
  }

  /** The causes of the checks that fail by the embed's own diagnosis; none while there is no embed. */
  async failedChecks(): Promise<readonly CauseCode[]> {
    const checks = await this.page.evaluate(() => window.meshesDiagnose()?.checks ?? []);
    return checks.flatMap(({ result, cause }) => (result === 'failed' && cause ? [cause] : []));
  }

  sessionId(): Promise<string> {
    return this.fact('session');
  }
}
