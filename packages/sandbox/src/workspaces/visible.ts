import type { Session } from '../state/sessions.ts';
import type { DeliveryStatus, EventSummary } from '../wire.ts';
import type { StoredConnection, StoredEvent, StoredRule, Workspace } from './workspace.ts';

/** Whether the session may see this event or rule: a resource session only what belongs to its resource (contract §3). */
export function isVisible(
  { grant }: Session,
  item: { readonly resource?: string; readonly resource_id?: string },
): boolean {
  return (
    grant.sessionType !== 'resource' || (item.resource === grant.resource && item.resource_id === grant.resourceId)
  );
}

/** The events that the session may see, the newest first. */
export function visibleEvents(session: Session, workspace: Workspace): readonly StoredEvent[] {
  return workspace.events.filter((event) => isVisible(session, event));
}

/** The rules that the session may see. */
export function visibleRules(session: Session, workspace: Workspace): readonly StoredRule[] {
  return workspace.rules.filter((rule) => isVisible(session, rule));
}

/** The connections that the session may name: a resource session has no connections page, and knows those of its rules only. */
export function usableConnections(session: Session, workspace: Workspace): readonly StoredConnection[] {
  if (session.grant.sessionType !== 'resource') return workspace.connections;
  const used = new Set(visibleRules(session, workspace).map((rule) => rule.connection_id));
  return workspace.connections.filter((connection) => used.has(connection.id));
}

/** An event as lists show it. Its status is the worst of its deliveries'. */
export function summarize(event: StoredEvent): EventSummary {
  const { id, type, resource, resource_id } = event;
  return {
    id,
    type,
    ...(resource !== undefined && { resource }),
    ...(resource_id !== undefined && { resource_id }),
    status: statusOf(event),
    deliveries: event.deliveries.length,
    created_at: new Date(event.createdAt).toISOString(),
  };
}

function statusOf({ deliveries }: StoredEvent): DeliveryStatus {
  if (deliveries.some(({ status }) => status === 'failed')) return 'failed';
  return deliveries.some(({ status }) => status === 'pending') ? 'pending' : 'delivered';
}
