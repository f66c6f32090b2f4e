import { setTimeout as pause } from 'node:timers/promises';

/** The first pause between two looks and the longest, in milliseconds: most answers are there at once or take long. */
const firstPause = 2;
const longestPause = 50;

/**
 * Looks again and again until there is an answer that is neither `undefined` nor `false`.
 *
 * @throws Error if there is nothing after `timeout` milliseconds; what `look` throws.
 */
export async function pollUntil<Answer>(
  what: string,
  timeout: number,
  look: () => Promise<Answer | undefined | false>,
): Promise<Answer> {
  const end = performance.now() + timeout;
  for (let wait = firstPause; ; wait = Math.min(wait * 2, longestPause)) {
    const answer = await look();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() > end) throw new Error(`${what} had no answer within ${timeout / 1000} s.`);
    await pause(wait);
  }
}
