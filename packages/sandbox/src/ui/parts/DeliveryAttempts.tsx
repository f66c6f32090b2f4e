import { useState } from 'preact/hooks';
import type { Delivery } from '../../wire.ts';
import { Ago } from './Ago.tsx';
import { useSession } from './session.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { counted } from './text.ts';

interface DeliveryAttemptsProps {
  readonly deliveries: readonly Delivery[];
  readonly onRetry: (delivery: Delivery) => Promise<unknown>;
}

/** Where one event was sent, how that went, and a way to try again what failed. */
export function DeliveryAttempts({ deliveries, onRetry }: DeliveryAttemptsProps) {
  const { info } = useSession();
  return (
    <table class="rows" data-testid="deliveries">
      <caption class="unseen">Deliveries of this event</caption>
      <thead>
        <tr>
          <th scope="col">Sent to</th>
          <th scope="col">Status</th>
          <th scope="col" class="wide">
            Attempts
          </th>
          <th scope="col" class="wide">
            Updated
          </th>
          {info.can_edit && (
            <th scope="col" class="end">
              <span class="unseen">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <tr key={delivery.id} data-testid="delivery-row">
            <th scope="row">
              {delivery.connection_name}
              <span class="sub narrow">
                {counted(delivery.attempts, 'attempt')}, <Ago time={delivery.updated_at} />
              </span>
              {delivery.error && <span class="sub reason">{delivery.error}</span>}
            </th>
            <td>
              <StatusBadge status={delivery.status} testId="delivery-status" />
              {delivery.response_status !== undefined && <span class="sub">HTTP {delivery.response_status}</span>}
            </td>
            <td class="wide">{delivery.attempts}</td>
            <td class="wide quiet">
              <Ago time={delivery.updated_at} />
            </td>
            {info.can_edit && (
              <td class="end">{delivery.status === 'failed' && <Retry delivery={delivery} onRetry={onRetry} />}</td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Retry({
  delivery,
  onRetry,
}: {
  readonly delivery: Delivery;
  readonly onRetry: DeliveryAttemptsProps['onRetry'];
}) {
  const [busy, setBusy] = useState(false);
  async function retry(): Promise<void> {
    setBusy(true);
    await onRetry(delivery);
    setBusy(false);
  }
  return (
    <button type="button" class="button" disabled={busy} data-testid="retry" onClick={() => void retry()}>
      {busy ? 'Retrying…' : 'Retry'}
      <span class="unseen"> delivery to {delivery.connection_name}</span>
    </button>
  );
}
