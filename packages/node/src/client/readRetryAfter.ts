import { retryAfterOf } from '@meshes-embed/core/session';

/** No one is asked to wait longer than a day, whatever a header says. */
const maxWaitMs = 86_400_000;

/**
 * Reads `Retry-After`, as seconds or as an HTTP date.
 *
 * @param headers - of the answer. A date is compared with their `Date`, or with `now` if they have no `Date`.
 * @param now - this machine's time, in ms since the epoch.
 * @returns ms from 0 to a day, or null where the header is missing or malformed.
 */
export function readRetryAfter(headers: Headers, now: number): number | null {
  const text = headers.get('retry-after')?.trim() ?? '';
  // Every HTTP date has letters. Engines read other text, such as `-5`, as a date as well.
  if (!/^\d{1,10}$|[a-z]/i.test(text)) return null;
  const sentAt = Date.parse(headers.get('date') ?? '');
  const waitMs = retryAfterOf(text, Number.isNaN(sentAt) ? now : sentAt);
  return waitMs === undefined ? null : Math.min(waitMs, maxWaitMs);
}
