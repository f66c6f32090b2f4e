import { BodyError, networkCode, readUtf8, startDeadline, untilAborted, type Clock } from '@meshes-embed/node/internal';

/** An answer, with the body where that was asked for. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where it was not asked for, is not UTF-8, or is larger than any session. */
  readonly text: string;
}

/** Why no answer came. */
export interface NoAnswer {
  /** In words. */
  readonly reason: string;
  readonly timedOut: boolean;
}

export type HttpResult = HttpResponse | NoAnswer;

/** How a request is sent. */
interface SendOptions {
  /** Whether to read the body. */
  readonly readBody?: boolean;
  /** Whether to wait for the answer even after Ctrl-C, because what the request starts has to be ended. */
  readonly evenIfStopped?: boolean;
}

/** Requests as a browser makes them: to the embed and to the host's session route. */
export interface HttpClient {
  /**
   * Sends one request, with a timeout. Redirects are answers like any other.
   *
   * @throws the reason of the signal.
   */
  send(url: string | URL, init?: RequestInit, options?: SendOptions): Promise<HttpResult>;
}

const maxBodyBytes = 256_000;

/** Tells the abort by the timeout from the one by Ctrl-C. */
class TimeoutError extends Error {}

export function createHttpClient(
  fetch: typeof globalThis.fetch,
  clock: Clock,
  timeoutMs: number,
  signal: AbortSignal,
): HttpClient {
  return {
    async send(url, init, { readBody = false, evenIfStopped = false } = {}) {
      signal.throwIfAborted();
      const deadline = startDeadline(clock, timeoutMs, () => new TimeoutError(), evenIfStopped ? undefined : signal);
      try {
        const response = await untilAborted(
          fetch(url, { ...init, redirect: 'manual', signal: deadline.signal }),
          deadline.signal,
        );
        if (!readBody) response.body?.cancel().catch(() => {});
        const text = readBody ? await readText(response, deadline.signal) : '';
        return { status: response.status, headers: response.headers, text };
      } catch (error) {
        if (signal.aborted && !evenIfStopped) throw signal.reason;
        const timedOut = deadline.signal.aborted;
        return {
          reason: timedOut ? `no answer within ${timeoutMs / 1000} s` : `no answer, or a cut one${networkCode(error)}`,
          timedOut,
        };
      } finally {
        deadline.end();
      }
    },
  };
}

/** A page in place of a session may be of any size and encoding. It is an answer all the same. */
async function readText({ body }: Response, signal: AbortSignal): Promise<string> {
  try {
    return await readUtf8(body, maxBodyBytes, signal);
  } catch (error) {
    if (error instanceof BodyError) return '';
    throw error;
  }
}

/** What is kept of an answer of the management API. */
export interface Exchange {
  readonly status: number;
  /** Its `Date`, in ms since the epoch; NaN where it has none. */
  readonly date: number;
  /** The middle between request and answer by this machine's clock, in ms since the epoch. */
  readonly at: number;
}

/** A `fetch` that records each answer: the client passes on neither the `Date` nor the refusals that it recovered from. */
export function recordExchanges(
  fetch: typeof globalThis.fetch,
  clock: Clock,
  exchanges: Exchange[],
): typeof globalThis.fetch {
  return async (input, init) => {
    const sentAt = clock.now();
    const response = await fetch(input, init);
    exchanges.push({
      status: response.status,
      date: Date.parse(response.headers.get('date') ?? ''),
      at: (sentAt + clock.now()) / 2,
    });
    return response;
  };
}
