import { badInput } from '../../http/check.ts';
import type { Session } from '../../state/sessions.ts';
import type { DeliveryStatus, EventPage, EventSummary } from '../../wire.ts';
import { summarize, visibleEvents } from '../../workspaces/visible.ts';
import type { Workspace } from '../../workspaces/workspace.ts';

/** Events on a page. */
const pageSize = 25;

/** Which events; empty text means all. */
export interface EventFilter {
  readonly status: DeliveryStatus | '';
  readonly type: string;
  /** Part of an event's id, type or resource, in either case. */
  readonly search: string;
  /** `next_cursor` of the page before. */
  readonly cursor: string;
}

/**
 * A page of the events that the session may see, the newest first.
 *
 * @throws ApiError 400 for a cursor that no page has given out.
 */
export function listEvents(session: Session, workspace: Workspace, filter: EventFilter): EventPage {
  const events = visibleEvents(session, workspace);
  const place = events.findIndex((event) => event.id === filter.cursor);
  if (filter.cursor !== '' && place < 0)
    throw badInput([{ field: 'cursor', message: 'expected the next_cursor of an earlier page' }]);
  const matching = events
    .slice(place + 1)
    .map(summarize)
    .filter((event) => matches(event, filter));
  const records = matching.slice(0, pageSize);
  return {
    records,
    next_cursor: matching.length > pageSize ? (records.at(-1)?.id ?? null) : null,
    event_types: workspace.eventTypes,
  };
}

function matches(event: EventSummary, { status, type, search }: EventFilter): boolean {
  const wanted = search.trim().toLowerCase();
  const texts = [event.id, event.type, event.resource ?? '', event.resource_id ?? ''];
  return (
    (status === '' || event.status === status) &&
    (type === '' || event.type === type) &&
    texts.some((text) => text.toLowerCase().includes(wanted))
  );
}
