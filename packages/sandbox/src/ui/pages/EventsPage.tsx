import { useState } from 'preact/hooks';
import { useEventList } from '../api/useEventList.ts';
import type { EventFilter } from '../api/workspace.ts';
import { EventFilters } from '../parts/EventFilters.tsx';
import { EventTable } from '../parts/EventTable.tsx';
import { Failure } from '../parts/Failure.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Message } from '../parts/Message.tsx';
import { focusHeading, Page } from '../parts/Page.tsx';
import { useSession } from '../parts/session.ts';

const everything: EventFilter = { status: '', type: '', search: '' };

/** What the product has sent here, and how it went on. */
export function EventsPage() {
  const { workspace } = useSession();
  const [filter, setFilter] = useState(everything);
  const { data, error, loading, reload, more } = useEventList(workspace, filter);
  const [cleared, setCleared] = useState(0);
  const filtered = filter.status !== '' || filter.type !== '' || filter.search !== '';

  function clear(): void {
    setFilter(everything);
    setCleared(cleared + 1);
    focusHeading();
  }

  const showAll = filtered && (
    <button type="button" class="button" onClick={clear}>
      Show all events
    </button>
  );

  return (
    <Page title="Events" lead="What has happened in your product, and where it was sent.">
      {data && <EventFilters key={cleared} filter={filter} types={data.event_types} onChange={setFilter} />}
      {error && <Failure error={error} retry={data?.next_cursor ? more : reload} />}
      {!data && !error && <Loading rows={8} />}
      {data && data.records.length === 0 && (
        <Message title={filtered ? 'No events match' : 'No events yet'} testId="empty" actions={showAll}>
          {filtered ? 'Try another status, type or search.' : 'They show here as soon as your product sends one.'}
        </Message>
      )}
      {data && data.records.length > 0 && (
        <div class="card flush" aria-busy={loading}>
          <EventTable events={data.records} />
          {data.next_cursor && (
            <div class="more">
              <button type="button" class="button" disabled={loading} data-testid="load-more" onClick={more}>
                Load more
              </button>
            </div>
          )}
        </div>
      )}
    </Page>
  );
}
