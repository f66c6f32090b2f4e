import { Hono } from 'hono';
import type { SandboxState } from '../../state/sandboxState.ts';
import { requireAccessToken } from './accessToken.ts';
import type { ApiEnvironment } from './apiContext.ts';
import { connectionRoutes } from './connections.ts';
import { dashboardRoutes } from './dashboard.ts';
import { eventRoutes } from './events.ts';
import { mappingRoutes } from './mappings.ts';
import { ruleRoutes } from './rules.ts';
import { describeSession } from './sessionInfo.ts';

/** The API of the embed's pages (see wire.ts), to be mounted under `/api`. Every call needs the current access token. */
export function embedApi(state: SandboxState): Hono<ApiEnvironment> {
  const api = new Hono<ApiEnvironment>();
  api.use(requireAccessToken(state));
  api.get('/session', (c) => c.json(describeSession(c.var.session, c.var.workspace)));
  api.route('/', dashboardRoutes(state));
  api.route('/', connectionRoutes(state));
  api.route('/', mappingRoutes());
  api.route('/', ruleRoutes(state));
  api.route('/', eventRoutes(state));
  return api;
}
