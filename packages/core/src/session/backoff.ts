/**
 * How long to wait before the next try: exponential, with full jitter, so that those who failed together do not come back
 * together.
 *
 * @param random - a random number from 0 to 1.
 * @param failures - how many there were before this one.
 * @param firstMs - the longest wait after the first failure. It doubles with each further one.
 * @param maxMs - the longest wait of all.
 * @param spreadMs - the wait is spread over at least this long, within `maxMs`.
 * @returns ms
 */
export function backoff(random: number, failures: number, firstMs: number, maxMs: number, spreadMs = 0): number {
  return random * Math.min(Math.max(firstMs * 2 ** failures, spreadMs), maxMs);
}
