import { findProvider } from './providers.ts';
import { createRandom, type Random } from './random.ts';
import { seedEvents } from './seedEvents.ts';
import type { StoredConnection, StoredRule, Workspace } from './workspace.ts';
import { workspacePlans, type ConnectionPlan, type RulePlan, type WorkspacePlan } from './workspacePlans.ts';

const day = 86_400_000;

/** What mappings may read, in every workspace. */
const sourceFields = [
  'id',
  'type',
  'summary',
  'occurred_at',
  'customer.id',
  'customer.email',
  'customer.company',
  'data.reference',
  'data.amount',
  'data.currency',
] as const;

/**
 * Makes the workspaces of a fresh sandbox: the same ids, names and history for the same seed, with times that end at
 * the start.
 *
 * @param seed - any whole number.
 * @param start - ms since epoch.
 */
export function seedWorkspaces(seed: number, start: number): readonly Workspace[] {
  const random = createRandom(seed);
  return workspacePlans.map((plan) => seedWorkspace(plan, random, start));
}

function seedWorkspace(plan: WorkspacePlan, random: Random, start: number): Workspace {
  const id = random.uuid();
  const makeId = (prefix: string) => `${prefix}_${random.hex(16)}`;
  const connections = plan.connections.map((one, index) =>
    seedConnection(one, makeId('con'), random, start - (90 - 9 * index) * day),
  );
  const rules = plan.rules.map((one, index) =>
    seedRule(one, makeId('rul'), plan, connections, start - (40 - 2 * index) * day),
  );
  return {
    id,
    name: plan.name,
    resources: plan.resources,
    eventTypes: plan.events.map((event) => event.type),
    sourceFields,
    connections,
    rules,
    events: seedEvents({ plan, connections, rules, random, makeId, start }),
    makeId,
  };
}

function seedConnection(plan: ConnectionPlan, id: string, random: Random, createdAt: number): StoredConnection {
  const provider = findProvider(plan.provider)!;
  return {
    id,
    provider: provider.id,
    provider_name: provider.name,
    name: plan.name,
    status: plan.broken ? 'error' : 'active',
    created_at: new Date(createdAt).toISOString(),
    ...(provider.auth === 'api_key' && { key_hint: random.hex(4) }),
    mappings: provider.defaultMappings,
  };
}

function seedRule(
  plan: RulePlan,
  id: string,
  { resources }: WorkspacePlan,
  connections: readonly StoredConnection[],
  createdAt: number,
): StoredRule {
  const connection = connections.find((one) => one.name === plan.connection)!;
  const resource = resources.find((one) => one.resource_id === plan.resourceId);
  return {
    id,
    name: plan.name,
    event_type: plan.eventType,
    connection_id: connection.id,
    connection_name: connection.name,
    enabled: !plan.disabled,
    created_at: new Date(createdAt).toISOString(),
    ...(resource && { resource: resource.resource, resource_id: resource.resource_id }),
  };
}
