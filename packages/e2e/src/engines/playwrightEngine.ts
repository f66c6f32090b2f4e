import type { Browser, BrowserContext, ElementHandle, Frame, Page } from 'playwright';
import type { Engine, EnginePage, Json } from './engine.ts';
import { answerOf, beforeDeadline, callText, firstText, noElement, noFrame } from './pageCall.ts';
import { locale, viewport } from './pageSettings.ts';

/** How long an element may stay covered, moving or disabled before a click gives up, in milliseconds. */
const clickTimeout = 10_000;

type Script<Result, Args extends readonly Json[]> = (...args: Args) => Result | Promise<Result>;

class PlaywrightPage implements EnginePage {
  readonly #page: Page;
  readonly #context: BrowserContext;
  readonly #closes: Page | BrowserContext;

  constructor(page: Page, closes: Page | BrowserContext) {
    this.#page = page;
    this.#context = page.context();
    this.#closes = closes;
  }

  async open(url: string): Promise<void> {
    await this.#page.goto(url);
  }

  evaluate<Result, Args extends readonly Json[]>(script: Script<Result, Args>, ...args: Args): Promise<Result> {
    return this.#call(this.#page.mainFrame(), script, args);
  }

  async evaluateInFrame<Result, Args extends readonly Json[]>(
    frame: string,
    script: Script<Result, Args>,
    ...args: Args
  ): Promise<Result> {
    return this.#call(await this.#frame(frame), script, args);
  }

  click(selector: string): Promise<void> {
    return this.#click(this.#page.mainFrame(), selector);
  }

  async clickInFrame(frame: string, selector: string): Promise<void> {
    await this.#click(await this.#frame(frame), selector);
  }

  press(key: 'Tab' | 'Enter' | 'Escape' | 'Space'): Promise<void> {
    return this.#page.keyboard.press(key);
  }

  screenshot(): Promise<Buffer> {
    return this.#page.screenshot();
  }

  async openTab(): Promise<EnginePage> {
    const page = await this.#context.newPage();
    return new PlaywrightPage(page, page);
  }

  close(): Promise<void> {
    return this.#closes.close();
  }

  async #call<Result, Args extends readonly Json[]>(
    frame: Frame,
    script: Script<Result, Args>,
    args: Args,
  ): Promise<Result> {
    return answerOf<Result>(
      await beforeDeadline('A call into the page', frame.evaluate<string>(callText(script, args))),
    );
  }

  /** By the page's own search, since Playwright's selectors find more than CSS does. */
  async #element(frame: Frame, selector: string): Promise<ElementHandle<Element>> {
    const handle = await beforeDeadline(
      `The search for ${selector}`,
      frame.evaluateHandle<Element | null>(firstText(selector)),
    );
    const element = handle.asElement();
    if (element === null) throw noElement(selector);
    return element;
  }

  async #frame(selector: string): Promise<Frame> {
    const frame = await (await this.#element(this.#page.mainFrame(), selector)).contentFrame();
    if (frame === null) throw noFrame(selector);
    return frame;
  }

  async #click(frame: Frame, selector: string): Promise<void> {
    await (await this.#element(frame, selector)).click({ timeout: clickTimeout });
  }
}

/** An engine that Playwright drives. Each page has a context of its own. */
export function playwrightEngine(browser: Browser): Engine {
  return {
    async newPage() {
      const context = await browser.newContext({ locale, viewport });
      return new PlaywrightPage(await context.newPage(), context);
    },
    close: () => browser.close(),
  };
}
