import { Hono, type Context } from 'hono';
import { ApiError } from '../http/apiError.ts';
import { readJson } from '../http/readJson.ts';
import { findWorkspace, type SandboxState } from '../state/sandboxState.ts';
import type { Session } from '../state/sessions.ts';
import { listSessions } from './listSessions.ts';
import { readListQuery } from './listQuery.ts';
import { requireMachineJwt } from './machineJwt.ts';
import { readMintBody } from './mintBody.ts';
import {
  countMintAttempt,
  countRefreshAttempt,
  failMint,
  failRefresh,
  failRevoke,
  hangRefresh,
} from './sessionFaults.ts';
import { mintAnswer, refreshAnswer } from './sessionAnswers.ts';

/** The four session calls of the management API (contract §2), to be mounted under `/api/v1`. */
export function sessionRoutes(state: SandboxState): Hono {
  const authorized = requireMachineJwt(state.credentials, state.clock);
  const routes = new Hono();
  routes.post('/sessions', countMintAttempt(state), failMint(state), authorized, (c) => mint(state, c));
  routes.get('/sessions', authorized, (c) => list(state, c));
  routes.post(
    '/sessions/:id/refresh',
    countRefreshAttempt(state),
    hangRefresh(state),
    failRefresh(state),
    authorized,
    (c) => refresh(state, c),
  );
  routes.delete('/sessions/:id', failRevoke(state), authorized, (c) => revoke(state, c));
  return routes;
}

async function mint(state: SandboxState, c: Context): Promise<Response> {
  const grant = readMintBody(await readJson(c));
  requireWorkspace(state, grant.workspaceId);
  const session = state.sessions.mint(grant);
  state.counters.count('mints', session.id);
  return c.json(mintAnswer(session, await state.tokens.issue(session), state.addresses.embedUrl));
}

async function refresh(state: SandboxState, c: Context): Promise<Response> {
  const session = requireSession(state, c);
  if (session.revoked)
    throw new ApiError(409, 'The session was revoked and cannot be refreshed', { code: 'session-revoked' });
  state.sessions.renew(session);
  state.counters.count('refreshes', session.id);
  return c.json(refreshAnswer(session, await state.tokens.issue(session)));
}

function list(state: SandboxState, c: Context): Response {
  const query = readListQuery(c);
  requireWorkspace(state, query.workspace_id);
  return c.json(listSessions(state.sessions, query));
}

function revoke(state: SandboxState, c: Context): Response {
  const session = requireSession(state, c);
  state.sessions.revoke(session);
  state.counters.count('revokes', session.id);
  return c.json({ revoked: true });
}

function requireWorkspace(state: SandboxState, id: string): void {
  if (findWorkspace(state, id) === undefined)
    throw new ApiError(404, 'No such workspace', { code: 'unknown-workspace' });
}

function requireSession(state: SandboxState, c: Context): Session {
  const session = state.sessions.find(c.req.param('id') ?? '');
  if (session === undefined) throw new ApiError(404, 'No such session', { code: 'unknown-session' });
  return session;
}
