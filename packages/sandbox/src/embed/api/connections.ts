import { Hono } from 'hono';
import * as v from 'valibot';
import { badInput, check } from '../../http/check.ts';
import { ApiError } from '../../http/apiError.ts';
import { readJson } from '../../http/readJson.ts';
import type { SandboxState } from '../../state/sandboxState.ts';
import type { Connection, Provider } from '../../wire.ts';
import { connect } from '../../workspaces/connect.ts';
import { findProvider, plainProvider, providers, type ProviderDetails } from '../../workspaces/providers.ts';
import type { StoredConnection, Workspace } from '../../workspaces/workspace.ts';
import type { ApiEnvironment } from './apiContext.ts';
import { requireEdit, requirePage } from './guards.ts';
import { nameSchema } from './nameSchema.ts';

const apiKey = 'expected 8 to 200 characters without blanks';
const oauthSchema = v.object({ provider: v.string('expected the id of a provider'), name: nameSchema });
const keySchema = v.object({
  ...oauthSchema.entries,
  api_key: v.pipe(v.string(apiKey), v.regex(/^\S{8,200}$/, apiKey)),
});

/** Connections and what they can be made to; workspace sessions only. */
export function connectionRoutes(state: SandboxState): Hono<ApiEnvironment> {
  const routes = new Hono<ApiEnvironment>();
  const visible = requirePage('connections');

  routes.get('/providers', visible, (c) => c.json({ records: providers.map(plainProvider) }));
  routes.get('/connections', visible, (c) => c.json({ records: c.var.workspace.connections.map(plainConnection) }));

  routes.post('/connections', visible, requireEdit, async (c) => {
    const { provider: id, name, api_key } = check(keySchema, await readJson(c));
    const provider = requireProvider(id, 'api_key');
    return c.json(
      plainConnection(connect(c.var.workspace, provider, { name, now: state.clock.now(), apiKey: api_key })),
      201,
    );
  });

  routes.post('/connections/oauth', visible, requireEdit, async (c) => {
    const { provider: id, name } = check(oauthSchema, await readJson(c));
    const provider = requireProvider(id, 'oauth');
    const consent = state.oauthRequests.start({ session: c.var.session, providerId: provider.id, name });
    return c.json({ authorize_url: `${state.addresses.embedUrl}/oauth/authorize?state=${consent}` });
  });

  routes.delete('/connections/:id', visible, requireEdit, (c) => {
    const { workspace } = c.var;
    const { id } = findConnection(workspace, c.req.param('id'));
    workspace.connections = workspace.connections.filter((one) => one.id !== id);
    workspace.rules = workspace.rules.filter((rule) => rule.connection_id !== id);
    return c.json({ deleted: true });
  });

  return routes;
}

/** @throws ApiError 404 */
export function findConnection(workspace: Workspace, id: string): StoredConnection {
  const connection = workspace.connections.find((one) => one.id === id);
  if (connection === undefined) throw new ApiError(404, 'No such connection');
  return connection;
}

/** A connection as the pages get it. */
export function plainConnection({ mappings: _mappings, ...connection }: StoredConnection): Connection {
  return connection;
}

function requireProvider(id: string, auth: Provider['auth']): ProviderDetails {
  const provider = findProvider(id);
  if (provider === undefined)
    throw badInput([{ field: 'provider', message: `expected one of ${providers.map((one) => one.id).join(', ')}` }]);
  if (provider.auth !== auth) {
    throw badInput([
      {
        field: 'provider',
        message: `${provider.name} connects by ${provider.auth === 'oauth' ? 'OAuth' : 'an API key'}`,
      },
    ]);
  }
  return provider;
}
