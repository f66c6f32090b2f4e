import type { Random } from './random.ts';
import { seedDelivery } from './seedDelivery.ts';
import type { StoredConnection, StoredEvent, StoredRule } from './workspace.ts';
import type { EventPlan, WorkspacePlan } from './workspacePlans.ts';

const day = 86_400_000;

/** How many events, spread over how many days. */
const eventCount = 120;
const historyDays = 14;

const customers = [
  'Alder Works',
  'Bluefin Logistics',
  'Cinder Labs',
  'Delta Orchards',
  'Evergreen Transit',
  'Foxglove Foods',
] as const;

/** What a history is made from. */
export interface HistoryInput {
  readonly plan: WorkspacePlan;
  readonly connections: readonly StoredConnection[];
  readonly rules: readonly StoredRule[];
  readonly random: Random;
  readonly makeId: (prefix: string) => string;
  /** ms since epoch. */
  readonly start: number;
}

/** A history of two weeks up to the start, the newest first, as the workspace's rules would have made it. */
export function seedEvents(input: HistoryInput): readonly StoredEvent[] {
  const { plan, random, start } = input;
  let deliveries = 0;
  return Array.from({ length: eventCount }, (_, index) => {
    const age = ((index + random.next()) / eventCount) * historyDays * day;
    const kind = index < plan.events.length ? plan.events[index]! : random.pick(plan.events);
    const resource = random.pick(plan.resources);
    const scope = { resource: resource.resource, resource_id: resource.resource_id };
    const event = seedEvent(input, kind, scope, Math.round(start - age));
    const matching = input.rules.filter(
      (rule) =>
        rule.enabled && rule.event_type === event.type && (rule.resource_id ?? event.resource_id) === event.resource_id,
    );
    for (const rule of matching) {
      const connection = input.connections.find((one) => one.id === rule.connection_id)!;
      event.deliveries.push(
        seedDelivery({ id: input.makeId('dlv'), event, connection, number: deliveries++, age, random }),
      );
    }
    return event;
  });
}

function seedEvent(
  input: HistoryInput,
  kind: EventPlan,
  scope: { resource: string; resource_id: string },
  createdAt: number,
): StoredEvent {
  const { random, makeId, plan } = input;
  const id = makeId('evt');
  const company = random.pick(customers);
  const amount = random.pick(kind.amounts);
  return {
    id,
    type: kind.type,
    ...scope,
    createdAt,
    payload: {
      id,
      type: kind.type,
      summary: kind.summary,
      occurred_at: new Date(createdAt).toISOString(),
      ...scope,
      customer: {
        id: `cus_${customers.indexOf(company) + 1001}`,
        email: `accounts@${company.toLowerCase().replaceAll(' ', '-')}.example`,
        company,
      },
      data: {
        reference: `${kind.type.split('.')[0]!.toUpperCase()}-${10_000 + random.below(90_000)}`,
        ...(amount > 0 && { amount, currency: plan.currency }),
      },
    },
    deliveries: [],
  };
}
