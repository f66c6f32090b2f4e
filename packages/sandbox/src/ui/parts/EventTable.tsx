import type { EventSummary } from '../../wire.ts';
import { paths } from '../router.ts';
import { Ago } from './Ago.tsx';
import { Link } from './Link.tsx';
import { StatusBadge } from './StatusBadge.tsx';
import { counted } from './text.ts';

/** Events, the newest first. */
export function EventTable({ events }: { readonly events: readonly EventSummary[] }) {
  return (
    <table class="rows">
      <caption class="unseen">Events</caption>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col" class="wide">
            Resource
          </th>
          <th scope="col" class="wide">
            Deliveries
          </th>
          <th scope="col" class="end-narrow">
            Status
          </th>
          <th scope="col" class="wide end">
            Received
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.id} data-testid="event-row">
            <th scope="row">
              <Link to={paths.event(event.id)} testId="event-link">
                {event.type}
              </Link>
              <span class="sub">{event.id}</span>
              <span class="sub narrow">
                {event.resource && `${event.resource} ${event.resource_id ?? ''}, `}
                <Ago time={event.created_at} />
              </span>
            </th>
            <td class="wide">
              {event.resource ? `${event.resource} ${event.resource_id ?? ''}` : <span class="quiet">None</span>}
            </td>
            <td class="wide">{counted(event.deliveries, 'delivery', 'deliveries')}</td>
            <td class="end-narrow">
              <StatusBadge status={event.status} />
            </td>
            <td class="wide end quiet">
              <Ago time={event.created_at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
