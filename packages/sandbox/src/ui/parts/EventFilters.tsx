import { useEffect, useState } from 'preact/hooks';
import type { EventFilter } from '../api/workspace.ts';
import { Field } from './Field.tsx';
import { plainOptions, Select } from './Select.tsx';

interface EventFiltersProps {
  readonly filter: EventFilter;
  readonly types: readonly string[];
  readonly onChange: (filter: EventFilter) => void;
}

const statuses = [
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Failed' },
  { value: 'pending', label: 'Pending' },
];

/** How long typing must rest before it is searched for. ms */
const rest = 250;

/** Narrows the list of events. */
export function EventFilters({ filter, types, onChange }: EventFiltersProps) {
  const [search, setSearch] = useState(filter.search);
  useEffect(() => {
    const text = search.trim();
    if (text === filter.search) return;
    const timer = setTimeout(() => onChange({ ...filter, search: text }), rest);
    return () => clearTimeout(timer);
  }, [search, filter]);

  return (
    <div class="filters" role="search" aria-label="Filter events">
      <Field label="Search" class="search">
        {(control) => (
          <input
            {...control}
            class="input"
            type="search"
            placeholder="Event id, type or resource"
            value={search}
            data-testid="filter-search"
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label="Status">
        {({ id }) => (
          <Select
            id={id}
            placeholder="Any status"
            value={filter.status}
            options={statuses}
            testId="filter-status"
            onChange={(status) => onChange({ ...filter, status })}
          />
        )}
      </Field>
      <Field label="Type">
        {({ id }) => (
          <Select
            id={id}
            placeholder="Any type"
            value={filter.type}
            options={plainOptions(types)}
            testId="filter-type"
            onChange={(type) => onChange({ ...filter, type })}
          />
        )}
      </Field>
    </div>
  );
}
