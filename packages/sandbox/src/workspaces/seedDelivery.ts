import type { Random } from './random.ts';
import type { StoredConnection, StoredDelivery, StoredEvent } from './workspace.ts';

const minute = 60_000;

/** How long the credentials of broken connections have been withdrawn. ms */
const brokenFor = 3 * 86_400_000;

/** Younger deliveries have not been tried yet. ms */
const untriedFor = 3 * 60 * minute;

/** What passes by itself: what the other side answered, where it did, and the words for it. */
const passingFailures = [
  { response_status: 503, error: 'Service Unavailable' },
  { response_status: 429, error: 'Too Many Requests: limit of 100 requests a minute reached' },
  { error: 'No answer within 10 s' },
  { response_status: 502, error: 'Bad Gateway' },
] as const;

/** What a delivery's history is made from. */
export interface DeliveryInput {
  readonly id: string;
  readonly event: StoredEvent;
  readonly connection: StoredConnection;
  /** Position among all deliveries of the workspace; decides what failed, so that every seed has some of each failure. */
  readonly number: number;
  /** How long ago the event was. ms */
  readonly age: number;
  readonly random: Random;
}

/** One delivery of the past: most went well, some failed for a believable reason. */
export function seedDelivery(input: DeliveryInput): StoredDelivery {
  const { id, event, connection, random } = input;
  const base = {
    id,
    event_id: event.id,
    event_type: event.type,
    connection_id: connection.id,
    connection_name: connection.name,
    updated_at: new Date(event.createdAt + (1 + random.below(90)) * 1000).toISOString(),
  };
  if (input.age < untriedFor)
    return { ...base, status: 'pending', attempts: 0, updated_at: new Date(event.createdAt).toISOString() };
  return { ...base, ...outcome(input) };
}

function outcome({
  connection,
  number,
  age,
  random,
}: DeliveryInput): Pick<StoredDelivery, 'status' | 'attempts' | 'response_status' | 'error' | 'obstacle'> {
  if (connection.status === 'error' && age < brokenFor) {
    return {
      status: 'failed',
      attempts: 5,
      response_status: 401,
      error: 'Unauthorized: the access was withdrawn',
      obstacle: { kind: 'credentials' },
    };
  }
  if (connection.provider === 'crm' && number % 4 === 1) {
    return {
      status: 'failed',
      attempts: 1,
      response_status: 422,
      error: 'Field "company" is required',
      obstacle: { kind: 'missing-field', target: 'company' },
    };
  }
  if (number % 17 === 8)
    return { status: 'failed', attempts: 5, ...random.pick(passingFailures), obstacle: { kind: 'passing' } };
  return {
    status: 'delivered',
    attempts: random.below(10) === 0 ? 2 : 1,
    response_status: random.pick([200, 200, 201, 202]),
  };
}
