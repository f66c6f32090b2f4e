import { findAll } from '@meshes-embed/conformance/open-roots';
import type { Json } from './engine.ts';

/** How long a call into a page may take before it counts as lost, in milliseconds. */
export const callDeadline = 60_000;

/**
 * The text of an expression that calls a function and gives its answer as JSON, or a promise of that where the function
 * returned one. It neither throws nor rejects, and uses no timer: pages under test stop their clocks.
 */
export function callText(script: (...args: never[]) => unknown, args: readonly Json[]): string {
  const values = args.map((value) => (value === undefined ? 'undefined' : JSON.stringify(value)));
  return `(() => {
    const answer = (value) => JSON.stringify({ value });
    const failure = (error) => JSON.stringify({ error: error instanceof Error ? error.message : String(error) });
    try {
      const result = (${script})(${values.join(', ')});
      return typeof result?.then === 'function' ? Promise.resolve(result).then(answer).catch(failure) : answer(result);
    } catch (error) {
      return failure(error);
    }
  })()`;
}

/**
 * What a call answered.
 *
 * @throws Error with the message of what the function threw.
 */
export function answerOf<Result>(json: string): Result {
  const answer = JSON.parse(json) as { value?: Result; error?: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer.value as Result;
}

/** The text of an expression for the first element that a CSS selector finds, also in open shadow roots; null where nothing is found. */
export const firstText = (selector: string): string => `(${findAll})(${JSON.stringify(selector)})[0] ?? null`;

/** The error of a call for an element that is not there. */
export const noElement = (selector: string): Error => new Error(`No element matches ${selector}.`);

/** The error of a call into the frame of an element that has none. */
export const noFrame = (selector: string): Error =>
  new Error(`The first element that matches ${selector} is no frame, or its document is not there yet.`);

/**
 * Waits for an answer, but not for ever.
 *
 * @throws Error after 60 s, having called `late`.
 */
export async function beforeDeadline<Result>(
  what: string,
  answer: PromiseLike<Result>,
  late?: () => void,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      late?.();
      reject(new Error(`${what} had no answer within ${callDeadline / 1000} s.`));
    }, callDeadline);
  });
  try {
    return await Promise.race([answer, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
