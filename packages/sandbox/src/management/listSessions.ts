import type { Session, Sessions } from '../state/sessions.ts';
import { writeCursor, type ListQuery } from './listQuery.ts';
import { listRecord } from './sessionAnswers.ts';

/** A page of sessions (contract §2), the newest first; `count` is the number of records in this page. */
export function listSessions(sessions: Sessions, query: ListQuery) {
  const matching = sessions.ofWorkspace(query.workspace_id).filter((session) => matches(session, query));
  const page = matching.slice(0, query.limit);
  const last = page.at(-1);
  return {
    count: page.length,
    limit: query.limit,
    next_cursor: last !== undefined && matching.length > page.length ? writeCursor(last.sequence) : null,
    records: page.map((session) => listRecord(session, sessions.isExpired(session))),
  };
}

function matches({ grant, revoked, sequence }: Session, query: ListQuery): boolean {
  return (
    (query.status === undefined || revoked === (query.status === 'revoked')) &&
    (query.resource === undefined || grant.resource === query.resource) &&
    (query.resource_id === undefined || grant.resourceId === query.resource_id) &&
    (query.cursor === undefined || sequence < query.cursor)
  );
}
