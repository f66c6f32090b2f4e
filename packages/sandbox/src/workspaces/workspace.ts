import type { Connection, Delivery, Mapping, Resource, Rule } from '../wire.ts';

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** A connection as it is kept. */
export type StoredConnection = Mutable<Connection> & { mappings: readonly Mapping[] };

/** A rule as it is kept. */
export type StoredRule = Mutable<Rule>;

/**
 * What prevents a delivery, and so decides what a retry does: `passing` is over at the next try,
 * `credentials` when the connection is connected again, and a missing field when its mapping fills it.
 */
export type Obstacle =
  | { readonly kind: 'passing' }
  | { readonly kind: 'credentials' }
  | { readonly kind: 'missing-field'; readonly target: string };

/** A delivery as it is kept. */
export type StoredDelivery = Mutable<Delivery> & { obstacle?: Obstacle };

/** An event as it is kept. Its status is reckoned from its deliveries. */
export interface StoredEvent {
  readonly id: string;
  readonly type: string;
  readonly resource?: string;
  readonly resource_id?: string;
  /** ms since epoch. */
  readonly createdAt: number;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly deliveries: StoredDelivery[];
}

/** One customer's workspace. */
export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly resources: readonly Resource[];
  readonly eventTypes: readonly string[];
  /** What a mapping may read: dotted paths into the payloads. */
  readonly sourceFields: readonly string[];
  connections: StoredConnection[];
  rules: StoredRule[];
  /** The newest first. */
  readonly events: readonly StoredEvent[];
  /** A new id, such as `con_5f0c…`; the same ones in the same order for the same seed. */
  readonly makeId: (prefix: string) => string;
}
