import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Fault } from '../faults/fault.ts';
import { answerError, ApiError } from '../http/apiError.ts';
import { localCors, localOnly } from '../http/localOnly.ts';
import { readJson } from '../http/readJson.ts';
import { SandboxError, type SandboxErrorCode } from '../sandboxError.ts';
import type { PageKind } from '../sandboxOptions.ts';
import type { ControlPlane } from './controlPlane.ts';

/** The control plane over HTTP, to be mounted under `/__sandbox`. Open to this machine only. */
export function controlRoutes(control: ControlPlane): Hono {
  const routes = new Hono();
  routes.use(localCors, localOnly);
  routes.onError((error, c) => answerError(asApiError(error), c));
  routes.get('/stats', (c) => c.json(control.stats()));
  routes.get('/workspaces', (c) => c.json({ records: control.listWorkspaces() }));
  routes.post('/reset', (c) => {
    control.reset();
    return c.json({ reset: true });
  });
  routes.get('/faults', (c) => c.json({ records: control.listFaults() }));
  routes.post('/faults', async (c) => c.json(control.addFault((await readJson(c)) as Fault)));
  routes.delete('/faults', (c) => {
    control.deleteFaults(c.req.query('fault') as Fault['fault'] | undefined);
    return c.json({ records: control.listFaults() });
  });
  routes.post('/pages', async (c) => {
    const pages = ((await readJson(c)) as { pages?: unknown } | null)?.pages as PageKind;
    control.usePages(pages);
    return c.json({ pages });
  });
  routes.post('/sessions/:id/:action{expire|revoke|rotate}', (c) => {
    const { id, action } = c.req.param();
    const act = { expire: control.expireSession, revoke: control.revokeSession, rotate: control.rotateSession }[
      action as 'expire' | 'revoke' | 'rotate'
    ];
    act(id);
    return c.json({ session_id: id, done: action });
  });
  return routes;
}

const statusOf: Readonly<Partial<Record<SandboxErrorCode, ContentfulStatusCode>>> = {
  'bad-fault': 400,
  'bad-option': 400,
  'unknown-session': 404,
  'session-revoked': 409,
};

/** What the control plane throws, as a refusal in HTTP. */
function asApiError(error: Error): Error {
  return error instanceof SandboxError
    ? new ApiError(statusOf[error.code] ?? 500, error.message, { code: error.code })
    : error;
}
