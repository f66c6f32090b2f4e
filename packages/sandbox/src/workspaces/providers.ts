import type { Mapping, Provider } from '../wire.ts';

/** A provider with what the sandbox knows of its fields. */
export interface ProviderDetails extends Provider {
  /** What a mapping may fill. */
  readonly targetFields: readonly string[];
  /** What a new connection starts with. */
  readonly defaultMappings: readonly Mapping[];
}

/** What connections can be made to. */
export const providers: readonly ProviderDetails[] = [
  {
    id: 'crm',
    name: 'CRM',
    auth: 'oauth',
    description: 'Creates and updates contacts, companies and deals.',
    targetFields: ['email', 'company', 'lifecycle_stage', 'deal_amount', 'external_id'],
    defaultMappings: [
      { source: 'customer.email', target: 'email' },
      { source: 'customer.id', target: 'external_id' },
    ],
  },
  {
    id: 'team-chat',
    name: 'Team chat',
    auth: 'oauth',
    description: 'Posts a message to a channel.',
    targetFields: ['channel', 'text', 'link'],
    defaultMappings: [{ source: 'summary', target: 'text' }],
  },
  {
    id: 'help-desk',
    name: 'Help desk',
    auth: 'oauth',
    description: 'Opens a ticket, or adds to one that is open.',
    targetFields: ['subject', 'requester_email', 'priority', 'external_id'],
    defaultMappings: [
      { source: 'summary', target: 'subject' },
      { source: 'customer.email', target: 'requester_email' },
    ],
  },
  {
    id: 'data-warehouse',
    name: 'Data warehouse',
    auth: 'api_key',
    description: 'Appends each event to a table.',
    targetFields: ['event_id', 'event_type', 'customer_id', 'amount', 'currency', 'occurred_at'],
    defaultMappings: [
      { source: 'id', target: 'event_id' },
      { source: 'type', target: 'event_type' },
      { source: 'customer.id', target: 'customer_id' },
    ],
  },
  {
    id: 'product-analytics',
    name: 'Product analytics',
    auth: 'api_key',
    description: 'Tracks each event for its customer.',
    targetFields: ['user_id', 'event', 'revenue', 'timestamp'],
    defaultMappings: [
      { source: 'customer.id', target: 'user_id' },
      { source: 'type', target: 'event' },
    ],
  },
  {
    id: 'email-marketing',
    name: 'Email marketing',
    auth: 'api_key',
    description: 'Adds customers to a list and starts campaigns.',
    targetFields: ['email', 'list', 'tags'],
    defaultMappings: [{ source: 'customer.email', target: 'email' }],
  },
  {
    id: 'webhook',
    name: 'Webhook',
    auth: 'api_key',
    description: 'Posts the signed payload to an address of yours.',
    targetFields: ['id', 'type', 'data', 'occurred_at'],
    defaultMappings: [
      { source: 'id', target: 'id' },
      { source: 'type', target: 'type' },
    ],
  },
];

/** The provider of this id. */
export function findProvider(id: string): ProviderDetails | undefined {
  return providers.find((provider) => provider.id === id);
}

/** A provider as the embed's pages get it. */
export function plainProvider({ id, name, auth, description }: ProviderDetails): Provider {
  return { id, name, auth, description };
}
