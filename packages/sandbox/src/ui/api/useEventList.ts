import { useState } from 'preact/hooks';
import type { EventPage } from '../../wire.ts';
import type { ApiError } from './apiError.ts';
import { asApiError, useLoaded } from './useLoaded.ts';
import type { EventFilter, Workspace } from './workspace.ts';

/** The events that a filter lets through, as far as they have been loaded. */
export interface EventList {
  readonly data: EventPage | null;
  /** Why the list, or what comes after it, could not be loaded. */
  readonly error: ApiError | null;
  readonly loading: boolean;
  reload(): void;
  /** Loads the next page and puts it below. */
  more(): void;
}

/** Lists events page by page, from the start again whenever the filter changes. */
export function useEventList(workspace: Workspace, filter: EventFilter): EventList {
  const first = useLoaded(() => workspace.events(filter, ''), [filter.status, filter.type, filter.search]);
  const [next, setNext] = useState<{ loading: boolean; error: ApiError | null }>({ loading: false, error: null });

  async function more(): Promise<void> {
    const { data } = first;
    if (!data?.next_cursor || next.loading) return;
    setNext({ loading: true, error: null });
    try {
      const page = await workspace.events(filter, data.next_cursor);
      // The filter may have changed meanwhile; then this page belongs to a list that is gone.
      first.replace((shown) => (shown === data ? { ...page, records: [...data.records, ...page.records] } : shown));
      setNext({ loading: false, error: null });
    } catch (error) {
      setNext({ loading: false, error: asApiError(error) });
    }
  }

  return {
    data: first.data,
    error: first.error ?? next.error,
    loading: first.loading || next.loading,
    reload: first.reload,
    more: () => void more(),
  };
}
