/** What can be handed to a page and back. */
export type Json = null | boolean | number | string | undefined | readonly Json[] | { readonly [name: string]: Json };

/**
 * A page of a browser, with the least that the drivers of all engines have in common. Nothing waits for an element or a
 * frame to appear: where one is missing, or goes in the meantime, the call is an error, and the page can be used on.
 * No call uses the page's clock, and calls at once do not wait for each other's results.
 */
export interface EnginePage {
  /**
   * Loads an address, and waits for its `load`.
   *
   * @throws Error where it cannot be reached.
   */
  open(url: string): Promise<void>;
  /**
   * Calls a function in the page, awaits it, and gives back its result as JSON. The function is sent as text: it knows
   * its arguments only.
   *
   * @throws Error with the message of what the function threw; where the document goes before the answer.
   */
  evaluate<Result, Args extends readonly Json[]>(
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** The same inside of the iframe that the CSS selector finds, also one of another origin. Selectors look into open shadow roots. */
  evaluateInFrame<Result, Args extends readonly Json[]>(
    frame: string,
    script: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /**
   * Scrolls the first element that the CSS selector finds into view, and clicks it as a person would: by the pointer.
   *
   * @throws Error if there is no such element, or if it stays covered.
   */
  click(selector: string): Promise<void>;
  /** The same inside of the iframe that the first selector finds. */
  clickInFrame(frame: string, selector: string): Promise<void>;
  /** Presses a key where the focus is. */
  press(key: 'Tab' | 'Enter' | 'Escape' | 'Space'): Promise<void>;
  /** A picture of what is in view, as PNG. */
  screenshot(): Promise<Buffer>;
  /** Another tab that shares the cookies with this one. */
  openTab(): Promise<EnginePage>;
  /** Closes the page; one from `newPage` with its cookies. */
  close(): Promise<void>;
}

/** A running browser. */
export interface Engine {
  /** A page with no cookies and no storage of any page before it. */
  newPage(): Promise<EnginePage>;
  close(): Promise<void>;
}
