import type { SessionPage, SessionRecord } from './answers.ts';
import { MeshesApiError } from './meshesApiError.ts';

/** Sessions of a workspace. Iterating fetches one page after the other, each when it is needed. */
export interface SessionList extends AsyncIterable<SessionRecord> {
  /** Fetches one page: the one at `cursor`, or the first. */
  page(): Promise<SessionPage>;
}

/**
 * Makes a list of sessions.
 *
 * @param fetchPage - fetches the page at a cursor; undefined for the page that the caller's parameters name.
 */
export function createSessionList(fetchPage: (cursor: string | undefined) => Promise<SessionPage>): SessionList {
  return {
    page: () => fetchPage(undefined),
    async *[Symbol.asyncIterator]() {
      const seen = new Set<string>();
      for (let cursor: string | undefined; ;) {
        const page = await fetchPage(cursor);
        yield* page.records;
        if (page.next_cursor === null) return;
        cursor = page.next_cursor;
        if (seen.has(cursor))
          throw new MeshesApiError('The listing does not end: the same cursor came twice.', {
            code: 'bad-answer',
            status: 200,
          });
        seen.add(cursor);
      }
    },
  };
}
