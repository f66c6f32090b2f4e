/**
 * What the embed's pages and their server say to each other: JSON under `/api` of the embed's origin, authorized with
 * `Authorization: Bearer <access token>`. Snake_case, as the service writes JSON everywhere. Times are ISO 8601.
 *
 * Reading needs a session that may see the page (contract §3). Changing anything needs role `admin` or `owner` and a
 * session type other than `dashboard`. Every error body is `{ message }`; 401 bad or stale token, 403 not for this
 * session, 404 unknown, 400 bad input.
 */
import type { SessionRole, SessionType } from '@meshes-embed/core/protocol';

/** `GET /api/session`: whom the token stands for. */
export interface SessionInfo {
  readonly session_id: string;
  readonly workspace: { readonly id: string; readonly name: string };
  readonly role: SessionRole;
  readonly session_type: SessionType;
  readonly resource?: string;
  readonly resource_id?: string;
  readonly scopes: readonly string[];
  /** What the navigation shows: `dashboard`, `connections`, `rules`, `events`. */
  readonly pages: readonly string[];
  /** Whether the session may change things. */
  readonly can_edit: boolean;
}

export type DeliveryStatus = 'delivered' | 'failed' | 'pending';

export interface Delivery {
  readonly id: string;
  readonly event_id: string;
  readonly event_type: string;
  readonly connection_id: string;
  readonly connection_name: string;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  /** HTTP status of the last attempt, where there was an answer. */
  readonly response_status?: number;
  /** Why the last attempt failed, in the destination's or the network's words. */
  readonly error?: string;
  readonly updated_at: string;
}

/** `GET /api/dashboard` */
export interface Dashboard {
  readonly figures: {
    readonly events_today: number;
    readonly delivered_rate: number; // 0 to 1, of the deliveries of the last 7 days
    readonly failed_deliveries: number;
    readonly active_connections: number;
    readonly active_rules: number;
  };
  /** Deliveries a day, the oldest of 14 days first. */
  readonly history: readonly { readonly date: string; readonly delivered: number; readonly failed: number }[];
  /** The newest first, ten at most. */
  readonly recent_deliveries: readonly Delivery[];
}

/** `GET /api/providers` `{ records }`: what a connection can be made to. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly auth: 'api_key' | 'oauth';
  readonly description: string;
}

/**
 * `GET /api/connections` `{ records }`; `POST /api/connections` `{ provider, name, api_key }` → 201, the connection;
 * `POST /api/connections/oauth` `{ provider, name }` → `{ authorize_url }`, a page of the embed's origin for a new tab;
 * `DELETE /api/connections/:id` → `{ deleted: true }`, and its rules go with it.
 *
 * Connecting a provider again under the same name renews that connection's credentials rather than making a second one.
 */
export interface Connection {
  readonly id: string;
  readonly provider: string;
  readonly provider_name: string;
  readonly name: string;
  readonly status: 'active' | 'error';
  readonly created_at: string;
  /** The last four characters of the API key, where there is one. The key itself is never sent back. */
  readonly key_hint?: string;
}

/** `GET` and `PUT /api/connections/:id/mappings` `{ records }`: which event field fills which field there. */
export interface Mapping {
  readonly source: string;
  readonly target: string;
}

/** `GET /api/connections/:id/mappings` */
export interface Mappings {
  readonly connection: Connection;
  readonly records: readonly Mapping[];
  /** What `source` may name, and what `target` may name. */
  readonly source_fields: readonly string[];
  readonly target_fields: readonly string[];
}

/**
 * `GET /api/rules` `{ records, event_types, resources }`; `POST /api/rules` `{ name, event_type, connection_id }` →
 * 201; `PATCH /api/rules/:id` `{ enabled }` → the rule; `DELETE /api/rules/:id` → `{ deleted: true }`. A rule made in a
 * resource session belongs to that session's resource; elsewhere `resource` and `resource_id` may be given, both.
 */
export interface RuleList {
  readonly records: readonly Rule[];
  readonly event_types: readonly string[];
  /** What a rule may be narrowed to. */
  readonly resources: readonly Resource[];
  /** Where a rule may send to: a resource session, which has no connections page, learns it here. */
  readonly connections: readonly { readonly id: string; readonly name: string }[];
}

/** Something of the customer's own that events, rules and sessions can belong to. */
export interface Resource {
  readonly resource: string;
  readonly resource_id: string;
  readonly name: string;
}

/** One of `GET /api/rules`. */
export interface Rule {
  readonly id: string;
  readonly name: string;
  readonly event_type: string;
  readonly connection_id: string;
  readonly connection_name: string;
  readonly enabled: boolean;
  readonly created_at: string;
  readonly resource?: string;
  readonly resource_id?: string;
}

/** `GET /api/events?status=&type=&search=&cursor=`, the newest first, 25 a page. */
export interface EventPage {
  readonly records: readonly EventSummary[];
  readonly next_cursor: string | null;
  readonly event_types: readonly string[];
}

/** One of `GET /api/events`. */
export interface EventSummary {
  readonly id: string;
  readonly type: string;
  readonly resource?: string;
  readonly resource_id?: string;
  readonly status: DeliveryStatus;
  readonly deliveries: number;
  readonly created_at: string;
}

/**
 * `GET /api/events/:id`; `POST /api/events/:id/deliveries/:delivery/retry` → the delivery after the retry; 409 where it
 * is delivered already.
 * The payload needs role `admin` or `owner` and scope `events.payload:read`; `payload_refused` says what is missing.
 */
export interface EventDetail {
  readonly event: EventSummary;
  readonly deliveries: readonly Delivery[];
  readonly payload?: unknown;
  readonly payload_refused?: 'role' | 'scope';
}

/** What the launch page hands to its script, as JSON in `<script id="boot" type="application/json">`. */
export interface Boot {
  /** The path below which the embed serves, without a slash at its end; empty where it has an origin of its own. */
  readonly base: string;
  /** Names this document to the sandbox; no credential. */
  readonly frame: string;
  /** Who may frame the embed and talk to it (contract §2); empty if the mint named no one: then any origin. */
  readonly host_origins: readonly string[];
  /** What is to go wrong in this document from the start. */
  readonly faults: readonly FrameFault[];
}

/** The faults that the page itself acts out. They also arrive while it runs, by `GET /frames/:frame/faults` (server-sent events). */
export type FrameFault =
  | { readonly fault: 'ready-never' }
  | { readonly fault: 'ready-late'; readonly ms: number }
  | { readonly fault: 'ready-twice' }
  | { readonly fault: 'refresh-requests'; readonly count: number }
  | { readonly fault: 'token-expired' }
  | { readonly fault: 'resize-never' }
  | { readonly fault: 'resize-storm'; readonly count: number }
  | { readonly fault: 'resize-growing'; readonly step?: number }
  | { readonly fault: 'navigate-away'; readonly url: string }
  | { readonly fault: 'reload-frame' };

/** `POST /frames/:frame/reports`: what the page has sent and taken since its last report, for the counters. */
export interface FrameReport {
  readonly messages_sent: Readonly<Record<string, number>>;
  readonly auths_received: number;
}
