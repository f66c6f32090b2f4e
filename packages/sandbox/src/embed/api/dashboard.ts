import { Hono } from 'hono';
import type { SandboxState } from '../../state/sandboxState.ts';
import type { Session } from '../../state/sessions.ts';
import type { Dashboard, Delivery } from '../../wire.ts';
import { usableConnections, visibleEvents, visibleRules } from '../../workspaces/visible.ts';
import type { Workspace } from '../../workspaces/workspace.ts';
import type { ApiEnvironment } from './apiContext.ts';
import { plainDelivery } from './plainDelivery.ts';
import { requirePage } from './guards.ts';

const day = 86_400_000;

/** `GET /dashboard`: figures of what the session may see. */
export function dashboardRoutes({ clock }: SandboxState): Hono<ApiEnvironment> {
  const routes = new Hono<ApiEnvironment>();
  routes.get('/dashboard', requirePage('dashboard'), (c) =>
    c.json(makeDashboard(c.var.session, c.var.workspace, clock.now())),
  );
  return routes;
}

function makeDashboard(session: Session, workspace: Workspace, now: number): Dashboard {
  const events = visibleEvents(session, workspace);
  const deliveries = events
    .flatMap((event) => event.deliveries)
    .sort((one, other) => other.updated_at.localeCompare(one.updated_at));
  const today = dateOf(now);
  return {
    figures: {
      events_today: events.filter((event) => dateOf(event.createdAt) === today).length,
      delivered_rate: deliveredRate(deliveries.filter((one) => Date.parse(one.updated_at) > now - 7 * day)),
      failed_deliveries: deliveries.filter(({ status }) => status === 'failed').length,
      active_connections: usableConnections(session, workspace).filter(({ status }) => status === 'active').length,
      active_rules: visibleRules(session, workspace).filter(({ enabled }) => enabled).length,
    },
    history: Array.from({ length: 14 }, (_, index) => countDay(dateOf(now - (13 - index) * day), deliveries)),
    recent_deliveries: deliveries.slice(0, 10).map(plainDelivery),
  };
}

/** The share of the decided deliveries that arrived; 1 where none was decided. */
function deliveredRate(deliveries: readonly Delivery[]): number {
  const decided = deliveries.filter(({ status }) => status !== 'pending');
  return decided.length === 0 ? 1 : decided.filter(({ status }) => status === 'delivered').length / decided.length;
}

function countDay(date: string, deliveries: readonly Delivery[]): { date: string; delivered: number; failed: number } {
  const ofDay = deliveries.filter((one) => one.updated_at.startsWith(date));
  return {
    date,
    delivered: ofDay.filter(({ status }) => status === 'delivered').length,
    failed: ofDay.filter(({ status }) => status === 'failed').length,
  };
}

/** The day in UTC, `YYYY-MM-DD`. */
function dateOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
