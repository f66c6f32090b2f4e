import type { Resource } from '../wire.ts';

/** A kind of event with what its payloads say. */
export interface EventPlan {
  readonly type: string;
  readonly summary: string;
  /** Amounts are in the currency's smallest unit; 0 where the event is about no money. */
  readonly amounts: readonly number[];
}

/** A connection that the workspace starts with; `broken` where its credentials were withdrawn lately. */
export interface ConnectionPlan {
  readonly provider: string;
  readonly name: string;
  readonly broken?: true;
}

/** A rule that the workspace starts with. */
export interface RulePlan {
  readonly name: string;
  readonly eventType: string;
  /** The connection's name. */
  readonly connection: string;
  /** A resource's id; without one, the rule is for all events of its type. */
  readonly resourceId?: string;
  readonly disabled?: true;
}

/** What a seeded workspace is made from. */
export interface WorkspacePlan {
  readonly name: string;
  readonly currency: string;
  readonly resources: readonly Resource[];
  readonly events: readonly EventPlan[];
  readonly connections: readonly ConnectionPlan[];
  readonly rules: readonly RulePlan[];
}

/** The workspaces of a fresh sandbox. */
export const workspacePlans: readonly WorkspacePlan[] = [
  {
    name: 'Northwind Robotics',
    currency: 'EUR',
    resources: [
      { resource: 'project', resource_id: 'atlas', name: 'Atlas warehouse fleet' },
      { resource: 'project', resource_id: 'borealis', name: 'Borealis cold store' },
    ],
    events: [
      { type: 'order.created', summary: 'A fleet order was placed', amounts: [189_000, 420_000, 1_250_000] },
      { type: 'order.shipped', summary: 'A fleet order left the plant', amounts: [0] },
      { type: 'invoice.paid', summary: 'An invoice was paid', amounts: [49_900, 189_000, 420_000] },
      { type: 'invoice.payment_failed', summary: 'A payment was declined', amounts: [49_900, 99_900] },
      { type: 'subscription.renewed', summary: 'A service plan was renewed', amounts: [49_900, 99_900] },
      { type: 'device.offline', summary: 'A robot has not reported for 15 minutes', amounts: [0] },
    ],
    connections: [
      { provider: 'crm', name: 'Sales CRM' },
      { provider: 'team-chat', name: 'Operations channel' },
      { provider: 'help-desk', name: 'Support desk', broken: true },
      { provider: 'data-warehouse', name: 'Finance warehouse' },
      { provider: 'webhook', name: 'Billing webhook' },
    ],
    rules: [
      { name: 'New orders to the CRM', eventType: 'order.created', connection: 'Sales CRM' },
      { name: 'Announce shipments', eventType: 'order.shipped', connection: 'Operations channel' },
      { name: 'Record paid invoices', eventType: 'invoice.paid', connection: 'Finance warehouse' },
      { name: 'Ticket for a declined payment', eventType: 'invoice.payment_failed', connection: 'Support desk' },
      { name: 'Renewals to billing', eventType: 'subscription.renewed', connection: 'Billing webhook' },
      { name: 'Announce silent robots', eventType: 'device.offline', connection: 'Operations channel' },
      {
        name: 'Atlas orders to billing',
        eventType: 'order.created',
        connection: 'Billing webhook',
        resourceId: 'atlas',
      },
      {
        name: 'Ticket for a silent Atlas robot',
        eventType: 'device.offline',
        connection: 'Support desk',
        resourceId: 'atlas',
      },
      {
        name: 'Record Borealis shipments',
        eventType: 'order.shipped',
        connection: 'Finance warehouse',
        resourceId: 'borealis',
        disabled: true,
      },
      {
        name: 'Borealis orders to the warehouse',
        eventType: 'order.created',
        connection: 'Finance warehouse',
        resourceId: 'borealis',
      },
    ],
  },
  {
    name: 'Harbor & Pine Goods',
    currency: 'USD',
    resources: [
      { resource: 'store', resource_id: 'lakeside', name: 'Lakeside store' },
      { resource: 'store', resource_id: 'old-town', name: 'Old Town store' },
    ],
    events: [
      { type: 'order.created', summary: 'An order was placed', amounts: [2_400, 5_900, 12_500] },
      { type: 'order.refunded', summary: 'An order was refunded', amounts: [2_400, 5_900] },
      { type: 'customer.created', summary: 'A customer opened an account', amounts: [0] },
      { type: 'cart.abandoned', summary: 'A cart was left for an hour', amounts: [3_100, 8_800] },
      { type: 'stock.low', summary: 'An article is nearly sold out', amounts: [0] },
    ],
    connections: [
      { provider: 'email-marketing', name: 'Newsletter' },
      { provider: 'crm', name: 'Shop CRM' },
      { provider: 'team-chat', name: 'Store channel' },
      { provider: 'product-analytics', name: 'Shop analytics', broken: true },
      { provider: 'webhook', name: 'Stock webhook' },
    ],
    rules: [
      { name: 'Orders to analytics', eventType: 'order.created', connection: 'Shop analytics' },
      { name: 'Customers to the CRM', eventType: 'customer.created', connection: 'Shop CRM' },
      { name: 'Win back carts', eventType: 'cart.abandoned', connection: 'Newsletter' },
      { name: 'Announce refunds', eventType: 'order.refunded', connection: 'Store channel' },
      { name: 'Order more stock', eventType: 'stock.low', connection: 'Stock webhook' },
      {
        name: 'Lakeside orders to its channel',
        eventType: 'order.created',
        connection: 'Store channel',
        resourceId: 'lakeside',
      },
      {
        name: 'Old Town orders to its channel',
        eventType: 'order.created',
        connection: 'Store channel',
        resourceId: 'old-town',
        disabled: true,
      },
    ],
  },
];
