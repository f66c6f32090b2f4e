/** No one is asked to wait longer than this, whatever a header says. */
const LONGEST_MS = 86_400_000;

/**
 * Reads `Retry-After`, as seconds or as an HTTP date.
 *
 * @param headers - of the answer; its own `Date` is the now that a date is compared to, where it has one.
 * @param now - this machine's time, in ms since the epoch.
 * @returns ms from 0 to a day, or null where there is no such header or it makes no sense.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Math.min(Number(text) * 1000, LONGEST_MS);
  const until = Date.parse(text);
  if (!/[a-z]/i.test(text) || Number.isNaN(until)) return null;
  const sent = Date.parse(headers.get('date') ?? '');
  const wait = until - (Number.isNaN(sent) ? now : sent);
  return Math.min(Math.max(wait, 0), LONGEST_MS);
}
