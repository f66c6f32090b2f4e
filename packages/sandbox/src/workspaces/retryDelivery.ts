import type { StoredDelivery, Workspace } from './workspace.ts';

/**
 * Tries a delivery again. What comes of it follows from the workspace as it is now: a passing failure is over, a
 * connection without credentials fails until it is connected again, a missing field until a mapping fills it.
 *
 * @param now - ISO 8601.
 */
export function retryDelivery(workspace: Workspace, delivery: StoredDelivery, now: string): void {
  const failure = whatFails(workspace, delivery);
  delivery.attempts += 1;
  delivery.updated_at = now;
  delete delivery.error;
  delete delivery.response_status;
  if (failure === null) {
    delete delivery.obstacle;
    Object.assign(delivery, { status: 'delivered', response_status: 200 });
  } else {
    Object.assign(delivery, { status: 'failed', ...failure });
  }
}

function whatFails(
  workspace: Workspace,
  { connection_id, obstacle }: StoredDelivery,
): { response_status?: number; error: string } | null {
  const connection = workspace.connections.find((one) => one.id === connection_id);
  if (connection === undefined) return { error: 'The connection was removed' };
  if (connection.status === 'error') return { response_status: 401, error: 'Unauthorized: the access was withdrawn' };
  if (obstacle?.kind === 'missing-field' && !connection.mappings.some(({ target }) => target === obstacle.target)) {
    return { response_status: 422, error: `Field "${obstacle.target}" is required` };
  }
  return null;
}
