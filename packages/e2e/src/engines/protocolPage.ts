import type { EnginePage, Json } from './engine.ts';
import { answerOf, beforeDeadline, callText, firstText, noElement } from './pageCall.ts';
import { pointText, type Place } from './pointInFrame.ts';
import { pollUntil } from './pollUntil.ts';

type Script<Result, Args extends readonly Json[]> = (...args: Args) => Result | Promise<Result>;

/** A key of `press`, as browsers call it. */
export type PressedKey = 'Tab' | 'Enter' | 'Escape' | 'Space';

/** How long an element may stay covered or moving before a click gives up, in milliseconds. */
const clickTimeout = 10_000;

/**
 * A page that is driven by nothing but a browser's own protocol. It asks the browser to tell it of nothing, as every
 * event of every request and document costs the browser, and nothing here needs them.
 */
export abstract class ProtocolPage<Frame> implements EnginePage {
  abstract open(url: string): Promise<void>;
  abstract press(key: PressedKey): Promise<void>;
  abstract screenshot(): Promise<Buffer>;
  abstract openTab(): Promise<EnginePage>;
  abstract close(): Promise<void>;

  /** Evaluates an expression in the page, or in a frame of it, and awaits its result, which is text. */
  protected abstract run(expression: string, frame?: Frame): Promise<string>;
  /** The frame of the first element that a selector finds. @throws Error where there is no such frame. */
  protected abstract frameOf(selector: string): Promise<Frame>;
  /** Presses the pointer at a place of what is in view, counted from the top of the page. CSS px */
  protected abstract clickAt(x: number, y: number): Promise<void>;

  evaluate<Result, Args extends readonly Json[]>(script: Script<Result, Args>, ...args: Args): Promise<Result> {
    return this.#call(callText(script, args));
  }

  async evaluateInFrame<Result, Args extends readonly Json[]>(
    frame: string,
    script: Script<Result, Args>,
    ...args: Args
  ): Promise<Result> {
    return this.#call(callText(script, args), await this.frameOf(frame));
  }

  click(selector: string): Promise<void> {
    return this.#click(selector, () => this.#place(selector));
  }

  clickInFrame(frame: string, selector: string): Promise<void> {
    return this.#click(selector, async () => {
      const inner = await this.#place(selector, await this.frameOf(frame));
      return inner.hit ? this.#place(frame, undefined, inner) : inner;
    });
  }

  async #call<Result>(expression: string, frame?: Frame): Promise<Result> {
    return answerOf<Result>(await beforeDeadline('A call into the page', this.run(expression, frame)));
  }

  /** Where the middle of an element is, scrolled into view; or a place inside of it, where it is a frame. */
  async #place(selector: string, frame?: Frame, inner?: Place): Promise<Place> {
    const place = await this.#call<Place | null>(pointText(firstText(selector), inner), frame);
    if (place === null) throw noElement(selector);
    return place;
  }

  /** By the pointer, once the element is where it was a moment ago, and nothing covers it. */
  async #click(selector: string, look: () => Promise<Place>): Promise<void> {
    let last: Place | undefined;
    await pollUntil(
      `A click on ${selector}, which is covered, clipped, hidden, empty or moving,`,
      clickTimeout,
      async () => {
        const place = await look();
        const still = place.hit && last !== undefined && place.x === last.x && place.y === last.y;
        last = place;
        if (still) await this.clickAt(place.x, place.y);
        return still;
      },
    );
  }
}
