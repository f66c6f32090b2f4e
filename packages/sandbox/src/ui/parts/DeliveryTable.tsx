import type { Delivery } from '../../wire.ts';
import { paths } from '../router.ts';
import { Ago } from './Ago.tsx';
import { Link } from './Link.tsx';
import { StatusBadge } from './StatusBadge.tsx';

interface DeliveryTableProps {
  readonly deliveries: readonly Delivery[];
  /** Whether the session may see the events that these belong to. */
  readonly linked: boolean;
}

/** Deliveries of many events, the newest first. */
export function DeliveryTable({ deliveries, linked }: DeliveryTableProps) {
  return (
    <table class="rows" data-testid="recent-deliveries">
      <caption class="unseen">Recent deliveries</caption>
      <thead>
        <tr>
          <th scope="col">Event</th>
          <th scope="col" class="wide">
            Connection
          </th>
          <th scope="col" class="end-narrow">
            Status
          </th>
          <th scope="col" class="wide end">
            Updated
          </th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id}>
            <td>
              {linked ? <Link to={paths.event(delivery.event_id)}>{delivery.event_type}</Link> : delivery.event_type}
              <span class="sub narrow">
                {delivery.connection_name}, <Ago time={delivery.updated_at} />
              </span>
            </td>
            <td class="wide">{delivery.connection_name}</td>
            <td class="end-narrow">
              <StatusBadge status={delivery.status} />
            </td>
            <td class="wide end quiet">
              <Ago time={delivery.updated_at} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
