/** No one is asked to wait for longer than a day, whatever an answer says. ms */
const maxWaitMs = 86_400_000;

/** The headers of an answer; `get` is missing where a client gives them in a form of its own. */
interface AnswerHeaders {
  readonly get?: ((name: string) => unknown) | undefined;
}

/**
 * How long a backend asks to wait: its `Retry-After`, in seconds or as an HTTP date.
 *
 * @param headers - of the answer. A date is compared with their `Date`, or with `now` where that is missing.
 * @param now - this machine's time, in ms since the epoch.
 * @returns ms from 0 to a day; undefined where the header is missing or malformed.
 */
export function retryAfterOf(headers: AnswerHeaders | null | undefined, now: number): number | undefined {
  const read = (name: string): string => String(headers?.get?.(name));
  const text = read('retry-after');
  return limitWait(
    /^\d{1,10}$/.test(text) ? Number(text) * 1000 : parseHttpDate(text) - (parseHttpDate(read('date')) || now),
  );
}

/** Limits a time to wait to a day; undefined for what is no number. ms */
export function limitWait(waitMs: unknown): number | undefined {
  return Number.isFinite(waitMs) ? Math.min(Math.max(0, waitMs as number), maxWaitMs) : undefined;
}

/** ms since the epoch; NaN for anything but the form that servers send: engines read `-5` and `1.5` as dates as well. */
function parseHttpDate(text: string): number {
  const at = Date.parse(text);
  return new Date(at).toUTCString() === text ? at : Number.NaN;
}
