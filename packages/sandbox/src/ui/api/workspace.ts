import type {
  Connection,
  Dashboard,
  Delivery,
  EventDetail,
  EventPage,
  Mapping,
  Mappings,
  Provider,
  Rule,
  RuleList,
  SessionInfo,
} from '../../wire.ts';
import type { SendRequest } from './request.ts';

/** A rule that is to be made. Where a resource is given, the rule is only for that one's events. */
export interface NewRule {
  readonly name: string;
  readonly event_type: string;
  readonly connection_id: string;
  readonly resource?: string;
  readonly resource_id?: string;
}

/** Which events to list; empty text means all. */
export interface EventFilter {
  readonly status: string;
  readonly type: string;
  readonly search: string;
}

/** The embed's API, a call per thing that its pages do. Every call rejects with an `ApiError`. */
export interface Workspace {
  session(): Promise<SessionInfo>;
  dashboard(): Promise<Dashboard>;
  providers(): Promise<{ readonly records: readonly Provider[] }>;
  connections(): Promise<{ readonly records: readonly Connection[] }>;
  addConnection(input: { provider: string; name: string; api_key: string }): Promise<Connection>;
  startOauth(input: { provider: string; name: string }): Promise<{ readonly authorize_url: string }>;
  removeConnection(id: string): Promise<unknown>;
  mappings(connectionId: string): Promise<Mappings>;
  saveMappings(connectionId: string, records: readonly Mapping[]): Promise<unknown>;
  rules(): Promise<RuleList>;
  addRule(input: NewRule): Promise<Rule>;
  switchRule(id: string, enabled: boolean): Promise<Rule>;
  removeRule(id: string): Promise<unknown>;
  /** @param cursor - where the page before ended; empty for the first page. */
  events(filter: EventFilter, cursor: string): Promise<EventPage>;
  event(id: string): Promise<EventDetail>;
  retryDelivery(eventId: string, deliveryId: string): Promise<Delivery>;
}

/** @param send - makes one request in the session's name. */
export function createWorkspace(send: SendRequest): Workspace {
  const one = encodeURIComponent;
  // The server and these pages are built from the same wire.ts, so its answers are taken as what that says.
  const get = (path: string) => send('GET', path) as Promise<never>;
  const post = (path: string, body: unknown) => send('POST', path, body) as Promise<never>;
  return {
    session: () => get('/session'),
    dashboard: () => get('/dashboard'),
    providers: () => get('/providers'),
    connections: () => get('/connections'),
    addConnection: (input) => post('/connections', input),
    startOauth: (input) => post('/connections/oauth', input),
    removeConnection: (id) => send('DELETE', `/connections/${one(id)}`),
    mappings: (id) => get(`/connections/${one(id)}/mappings`),
    saveMappings: (id, records) => send('PUT', `/connections/${one(id)}/mappings`, { records }),
    rules: () => get('/rules'),
    addRule: (input) => post('/rules', input),
    switchRule: (id, enabled) => send('PATCH', `/rules/${one(id)}`, { enabled }) as Promise<never>,
    removeRule: (id) => send('DELETE', `/rules/${one(id)}`),
    events: (filter, cursor) => get(`/events?${query({ ...filter, cursor })}`),
    event: (id) => get(`/events/${one(id)}`),
    retryDelivery: (event, delivery) => post(`/events/${one(event)}/deliveries/${one(delivery)}/retry`, {}),
  };
}

function query(values: Record<string, string>): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== '')).toString();
}
