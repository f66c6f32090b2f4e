import type { ProviderDetails } from './providers.ts';
import type { StoredConnection, Workspace } from './workspace.ts';

/**
 * Connects a provider: makes the connection, or, where one of this provider and name exists, renews its credentials.
 *
 * @param input - `now` in ms since epoch; `apiKey` where the provider takes one, of which the last four characters are kept.
 */
export function connect(
  workspace: Workspace,
  provider: ProviderDetails,
  input: { name: string; now: number; apiKey?: string },
): StoredConnection {
  const hint = input.apiKey === undefined ? {} : { key_hint: input.apiKey.slice(-4) };
  const existing = workspace.connections.find((one) => one.provider === provider.id && one.name === input.name);
  if (existing !== undefined) return Object.assign(existing, { status: 'active' }, hint);
  const connection: StoredConnection = {
    id: workspace.makeId('con'),
    provider: provider.id,
    provider_name: provider.name,
    name: input.name,
    status: 'active',
    created_at: new Date(input.now).toISOString(),
    ...hint,
    mappings: provider.defaultMappings,
  };
  workspace.connections.push(connection);
  return connection;
}
