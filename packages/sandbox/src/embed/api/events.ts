import { Hono } from 'hono';
import * as v from 'valibot';
import { ApiError } from '../../http/apiError.ts';
import { check } from '../../http/check.ts';
import { isoTime } from '../../state/clock.ts';
import type { SandboxState } from '../../state/sandboxState.ts';
import type { Session } from '../../state/sessions.ts';
import type { EventDetail } from '../../wire.ts';
import { retryDelivery } from '../../workspaces/retryDelivery.ts';
import { isVisible, summarize } from '../../workspaces/visible.ts';
import type { StoredEvent } from '../../workspaces/workspace.ts';
import type { ApiContext, ApiEnvironment } from './apiContext.ts';
import { requireEdit, requirePage } from './guards.ts';
import { listEvents } from './listEvents.ts';
import { plainDelivery } from './plainDelivery.ts';

const status = 'expected delivered, failed or pending';
const query = v.object({
  status: v.optional(v.union([v.literal(''), v.picklist(['delivered', 'failed', 'pending'])], status), ''),
  type: v.optional(v.string(), ''),
  search: v.optional(v.string(), ''),
  cursor: v.optional(v.string(), ''),
});

/** Events, their deliveries and payloads; in a resource session only those of its resource. */
export function eventRoutes(state: SandboxState): Hono<ApiEnvironment> {
  const routes = new Hono<ApiEnvironment>();
  const visible = requirePage('events');

  routes.get('/events', visible, (c) =>
    c.json(listEvents(c.var.session, c.var.workspace, check(query, c.req.query()))),
  );
  routes.get('/events/:id', visible, (c) => c.json(describeEvent(c.var.session, findEvent(c, c.req.param('id')))));

  routes.post('/events/:id/deliveries/:delivery/retry', visible, requireEdit, (c) => {
    const delivery = findEvent(c, c.req.param('id')).deliveries.find((one) => one.id === c.req.param('delivery'));
    if (delivery === undefined) throw new ApiError(404, 'No such delivery');
    if (delivery.status === 'delivered') throw new ApiError(409, 'This delivery has arrived already');
    retryDelivery(c.var.workspace, delivery, isoTime(state.clock.now()));
    return c.json(plainDelivery(delivery));
  });

  return routes;
}

function findEvent(c: ApiContext, id: string): StoredEvent {
  const event = c.var.workspace.events.find((one) => one.id === id);
  if (event === undefined) throw new ApiError(404, 'No such event');
  if (!isVisible(c.var.session, event)) throw new ApiError(403, "This event is not of the session's resource");
  return event;
}

/** The payload needs the role and the scope (contract §3). */
function describeEvent({ grant }: Session, event: StoredEvent): EventDetail {
  const detail = { event: summarize(event), deliveries: event.deliveries.map(plainDelivery) };
  if (grant.role === 'member') return { ...detail, payload_refused: 'role' };
  return grant.scopes.includes('events.payload:read')
    ? { ...detail, payload: event.payload }
    : { ...detail, payload_refused: 'scope' };
}
