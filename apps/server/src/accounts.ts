import type { SessionAuthorization } from '@meshes-embed/node';

/** The two customers of this product, each with a workspace of its own at Meshes. */
export const customers = ['first', 'second'] as const;

/** Names a customer. */
export type Customer = (typeof customers)[number];

/** What an account may see at Meshes, as this product's own database would know it. */
export type Rights = Pick<SessionAuthorization, 'role' | 'session_type' | 'scopes' | 'resource' | 'resource_id'>;

/** Someone who can sign in. */
export interface Account {
  readonly id: string;
  readonly customer: Customer;
  readonly rights: Rights;
}

/** Reads event payloads; Meshes grants it to admins and owners only (contract §3). */
const scopes = ['events.payload:read'] as const;

/** The resource that a session of type `resource` shows, of each customer. */
export const resources: Readonly<Record<Customer, Required<Pick<Rights, 'resource' | 'resource_id'>>>> = {
  first: { resource: 'project', resource_id: 'atlas' },
  second: { resource: 'store', resource_id: 'lakeside' },
};

/** Every account; of each customer, the one to sign in where none is named comes first. */
const accounts: readonly Account[] = [
  { id: 'acme-admin', customer: 'first', rights: { role: 'admin', session_type: 'workspace', scopes } },
  { id: 'acme-owner', customer: 'first', rights: { role: 'owner', session_type: 'workspace', scopes } },
  { id: 'acme-member', customer: 'first', rights: { role: 'member', session_type: 'workspace' } },
  {
    id: 'acme-project',
    customer: 'first',
    rights: { role: 'admin', session_type: 'resource', scopes, ...resources.first },
  },
  { id: 'acme-viewer', customer: 'first', rights: { role: 'member', session_type: 'dashboard' } },
  { id: 'globex-admin', customer: 'second', rights: { role: 'admin', session_type: 'workspace', scopes } },
  { id: 'globex-member', customer: 'second', rights: { role: 'member', session_type: 'workspace' } },
];

/** The account of this id, or null. */
export function findAccount(id: string): Account | null {
  return accounts.find((account) => account.id === id) ?? null;
}

/** Whom to sign in for a customer if no account is named. */
export function defaultAccount(customer: Customer): Account {
  return accounts.find((account) => account.customer === customer) as Account;
}
