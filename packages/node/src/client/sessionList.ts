import type { SessionPage, SessionRecord } from './answers.ts';
import { MeshesApiError } from './meshesApiError.ts';

/** Sessions of a workspace. Iterating fetches page after page, each when it is needed. */
export interface SessionList extends AsyncIterable<SessionRecord> {
  /** One page: the one that `cursor` names, or the first. */
  page(): Promise<SessionPage>;
}

/**
 * @param fetchPage - gets the page at a cursor; undefined is where the caller's own parameters start.
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
          throw new MeshesApiError('The listing turns in a circle: a cursor came twice.', {
            code: 'bad-answer',
            status: 200,
          });
        seen.add(cursor);
      }
    },
  };
}
