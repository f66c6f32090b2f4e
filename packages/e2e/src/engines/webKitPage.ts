import { Key, Origin, type WebDriver } from 'selenium-webdriver';
import type { EnginePage, Json } from './engine.ts';
import { answerOf, callDeadline, callText } from './pageCall.ts';
import { pollUntil } from './pollUntil.ts';
import { type Point, pointInFrame, showPoint } from './pointInFrame.ts';
import { findElement, inFrame } from './webKitFrame.ts';
import type { WebKitSession } from './webKitSession.ts';

type Script<Result, Args extends readonly Json[]> = (...args: Args) => Result | Promise<Result>;

const keys = { Tab: Key.TAB, Enter: Key.ENTER, Escape: Key.ESCAPE, Space: Key.SPACE };

let calls = 0;

/** A window of MiniBrowser. */
export class WebKitPage implements EnginePage {
  readonly #session: WebKitSession;
  readonly #window: string;
  readonly #close: () => Promise<void>;

  private constructor(session: WebKitSession, window: string, close: () => Promise<void>) {
    this.#session = session;
    this.#window = window;
    this.#close = close;
  }

  /** The page of a session that just began; closing it ends the session. */
  static async first(session: WebKitSession): Promise<WebKitPage> {
    const window = await session.firstWindow();
    await session.resize(window);
    return new WebKitPage(session, window, () => session.close());
  }

  async open(url: string): Promise<void> {
    await this.#run(async (driver) => {
      await driver.get(url);
      // For the driver, the browser's page about what cannot be reached is as good as any.
      const shown = await driver.executeScript<string>('return location.href');
      if (shown === 'about:blank' && shown !== url) throw new Error(`${new URL(url).origin} could not be reached.`);
    });
  }

  evaluate<Result, Args extends readonly Json[]>(script: Script<Result, Args>, ...args: Args): Promise<Result> {
    return this.#call(undefined, script, args);
  }

  evaluateInFrame<Result, Args extends readonly Json[]>(
    frame: string,
    script: Script<Result, Args>,
    ...args: Args
  ): Promise<Result> {
    return this.#call(frame, script, args);
  }

  click(selector: string): Promise<void> {
    return this.#click(undefined, selector);
  }

  clickInFrame(frame: string, selector: string): Promise<void> {
    return this.#click(frame, selector);
  }

  async press(key: 'Tab' | 'Enter' | 'Escape' | 'Space'): Promise<void> {
    await this.#run((driver) => driver.actions().sendKeys(keys[key]).perform());
  }

  async screenshot(): Promise<Buffer> {
    return Buffer.from(await this.#run((driver) => driver.takeScreenshot()), 'base64');
  }

  async openTab(): Promise<EnginePage> {
    const window = await this.#session.openWindow();
    await this.#session.resize(window);
    return new WebKitPage(this.#session, window, () => this.#session.closeWindow(window));
  }

  close(): Promise<void> {
    return this.#close();
  }

  #run<Result>(commands: (driver: WebDriver) => Promise<Result>): Promise<Result> {
    return this.#session.run(this.#window, commands);
  }

  /**
   * The driver's own waiting for a promise would hold up all other calls, and for ever where the frame is taken away
   * in the meantime. So the page keeps the answer, and it is asked for.
   */
  async #call<Result, Args extends readonly Json[]>(
    frame: string | undefined,
    script: Script<Result, Args>,
    args: Args,
  ): Promise<Result> {
    const place = `Symbol.for('answer ${(calls += 1)}')`;
    const ask = (text: string): Promise<string | null> =>
      this.#run(async (driver) => {
        const execute = (): Promise<string | null> => driver.executeScript<string | null>(text);
        return frame === undefined ? execute() : inFrame(driver, await findElement(driver, frame), execute);
      });
    const answer = await ask(`
      const answer = ${callText(script, args)};
      if (typeof answer === 'string') return answer;
      const kept = { json: null };
      Object.defineProperty(window, ${place}, { value: kept, configurable: true });
      answer.then((json) => { kept.json = json; });
      return null;`);
    if (answer !== null) return answerOf(answer);
    const later = await pollUntil('A call into the page', callDeadline, () =>
      ask(`
        const kept = window[${place}];
        if (kept === undefined) return 'lost';
        if (kept.json !== null) delete window[${place}];
        return kept.json;`).then((json) => json ?? undefined),
    );
    if (later === 'lost') throw new Error('The document was replaced during a call into it.');
    return answerOf(later);
  }

  /** By the pointer, from the top level: the driver's own click misses what is in a frame out of view. */
  async #click(frame: string | undefined, selector: string): Promise<void> {
    let last: Point | undefined;
    await pollUntil(`A click on ${selector}`, callDeadline, () =>
      this.#run(async (driver) => {
        const element = await findElement(driver, frame ?? selector);
        const point =
          frame === undefined ? await showPoint(driver, element) : await pointInFrame(driver, element, selector);
        // Where it moves, as pages do that still lay themselves out, the click would miss.
        const still = last !== undefined && point.x === last.x && point.y === last.y;
        last = point;
        if (still)
          await driver
            .actions()
            .move({ ...point, origin: Origin.VIEWPORT, duration: 0 })
            .click()
            .perform();
        return still;
      }),
    );
  }
}
