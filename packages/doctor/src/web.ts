import { BodyError, type Clock, networkCode, readUtf8, startDeadline, untilAborted } from '@meshes-embed/node/internal';

/** An answer, with the body where it was asked for. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where it was not asked for, is no UTF-8 or is larger than any session. */
  readonly text: string;
}

/** Requests as a browser makes them: to the embed and to the host's own route. */
export interface Web {
  /**
   * Sends one request, with a deadline. Redirects are answers like any other.
   *
   * @param how - `read`: with the body. `uncut`: not given up when the person has enough, because what it starts has to
   * be known to be ended.
   * @returns the answer, or in words why there is none.
   * @throws the reason of the examination's signal.
   */
  send(
    url: string | URL,
    init?: RequestInit,
    how?: { readonly read?: boolean; readonly uncut?: boolean },
  ): Promise<WebAnswer | string>;
}

const LARGEST_BODY_BYTES = 256_000;

/** Marks the abort that is this deadline's and not the person's. */
class TooLate extends Error {}

export function createWeb(fetch: typeof globalThis.fetch, clock: Clock, timeoutMs: number, signal: AbortSignal): Web {
  return {
    async send(url, init, { read = false, uncut = false } = {}) {
      signal.throwIfAborted();
      const deadline = startDeadline(clock, timeoutMs, () => new TooLate(), uncut ? undefined : signal);
      try {
        const response = await untilAborted(
          fetch(url, { ...init, redirect: 'manual', signal: deadline.signal }),
          deadline.signal,
        );
        if (!read) response.body?.cancel().catch(() => {});
        const text = read ? await readText(response, deadline.signal) : '';
        return { status: response.status, headers: response.headers, text };
      } catch (error) {
        if (signal.aborted && !uncut) throw signal.reason;
        return deadline.signal.aborted
          ? `no answer within ${timeoutMs / 1000} s`
          : `no answer, or a cut one${networkCode(error)}`;
      } finally {
        deadline.end();
      }
    },
  };
}

/** A page in place of an answer may be of any size and encoding. It is an answer all the same. */
async function readText({ body }: Response, signal: AbortSignal): Promise<string> {
  try {
    return await readUtf8(body, LARGEST_BODY_BYTES, signal);
  } catch (error) {
    if (error instanceof BodyError) return '';
    throw error;
  }
}
