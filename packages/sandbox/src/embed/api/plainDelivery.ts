import type { Delivery } from '../../wire.ts';
import type { StoredDelivery } from '../../workspaces/workspace.ts';

/** A delivery as the pages get it: without what decides its retries. */
export function plainDelivery({ obstacle: _obstacle, ...delivery }: StoredDelivery): Delivery {
  return delivery;
}
