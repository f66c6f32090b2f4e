import type { Clock } from '@meshes-embed/node/internal';

/** What is kept of an answer of the management API. */
export interface Exchange {
  readonly status: number;
  /** Its `Date`, ms since the epoch; NaN where it has none. */
  readonly date: number;
  /** The middle between sending and hearing, by this machine's clock, ms since the epoch. */
  readonly at: number;
}

/** A `fetch` that keeps a note of each answer: the client itself tells neither the `Date` nor what it made up for. */
export function watchedFetch(
  fetch: typeof globalThis.fetch,
  clock: Clock,
  exchanges: Exchange[],
): typeof globalThis.fetch {
  return async (input, init) => {
    const sent = clock.now();
    const response = await fetch(input, init);
    exchanges.push({
      status: response.status,
      date: Date.parse(response.headers.get('date') ?? ''),
      at: (sent + clock.now()) / 2,
    });
    return response;
  };
}
