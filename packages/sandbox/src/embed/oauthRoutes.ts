import { Hono } from 'hono';
import { consentDonePage, consentOverPage, consentPage } from '../pages/consent.ts';
import { answerPage } from '../pages/page.ts';
import { embedBase } from './embedBase.ts';
import { findWorkspace, type SandboxState } from '../state/sandboxState.ts';
import { connect } from '../workspaces/connect.ts';
import { findProvider } from '../workspaces/providers.ts';

/** The hosted page of a provider's consent (contract §7), to be mounted under `/oauth`. It cannot be framed. */
export function oauthRoutes(state: SandboxState): Hono {
  const routes = new Hono();

  routes.get('/authorize', (c) => {
    const id = c.req.query('state') ?? '';
    const request = state.oauthRequests.find(id);
    const workspace = request && findWorkspace(state, request.session.grant.workspaceId);
    const provider = request && findProvider(request.providerId);
    if (!request || !workspace || !provider) return answerPage(c, consentOverPage());
    return answerPage(
      c,
      consentPage({
        base: embedBase(state.addresses),
        provider: provider.name,
        connection: request.name,
        workspace: workspace.name,
        state: id,
      }),
    );
  });

  routes.post('/authorize', async (c) => {
    const form = await c.req.parseBody();
    const request = state.oauthRequests.take(String(form['state']));
    const workspace = request && findWorkspace(state, request.session.grant.workspaceId);
    const provider = request && findProvider(request.providerId);
    if (!request || !workspace || !provider) return answerPage(c, consentOverPage());
    const approved = form['decision'] === 'approve';
    if (approved) connect(workspace, provider, { name: request.name, now: state.clock.now() });
    return answerPage(c, consentDonePage(approved, request.name));
  });

  return routes;
}
