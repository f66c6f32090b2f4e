import type { Connection, DeliveryStatus } from '../../wire.ts';
import { Badge, type Tone } from './Badge.tsx';

type Status = DeliveryStatus | Connection['status'];

const looks: Readonly<Record<Status, readonly [Tone, string]>> = {
  delivered: ['good', 'Delivered'],
  failed: ['bad', 'Failed'],
  pending: ['pending', 'Pending'],
  active: ['good', 'Active'],
  error: ['bad', 'Error'],
};

/** How a delivery, an event or a connection stands. */
export function StatusBadge({ status, testId }: { readonly status: Status; readonly testId?: string }) {
  const [tone, label] = looks[status];
  return (
    <Badge tone={tone} testId={testId}>
      <span class="dot" aria-hidden="true" />
      {label}
    </Badge>
  );
}
