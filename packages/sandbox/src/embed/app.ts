import { Hono } from 'hono';
import { answerError, answerNotFound } from '../http/apiError.ts';
import { localOnly } from '../http/localOnly.ts';
import { serviceFaults } from '../http/serviceFaults.ts';
import { serviceHeaders } from '../http/serviceHeaders.ts';
import { embedLandingPage } from '../pages/landing.ts';
import { answerPage } from '../pages/page.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { embedApi } from './api/embedApi.ts';
import { answerAsset } from './assets.ts';
import type { EmbedFiles } from './embedFiles.ts';
import { frameRoutes } from './frameRoutes.ts';
import { launch } from './launch.ts';
import { oauthRoutes } from './oauthRoutes.ts';

/** Everything on `embedUrl`: the launch, the pages' files and API, and the provider's consent page. */
export function createEmbedApp(state: SandboxState, files: EmbedFiles): Hono {
  const app = new Hono();
  app.use(serviceHeaders(state.clock));
  app.use('/workspace/*', serviceFaults(state.faults));
  app.use('/api/*', serviceFaults(state.faults));
  app.get('/workspace/:page', (c) => launch(state, files, c));
  app.get('/workspace/*', (c) => launch(state, files, c));
  app.get('/assets/:file', (c) => answerAsset(files, c));
  app.route('/api', embedApi(state));
  app.route('/frames', frameRoutes(state));
  app.route('/oauth', oauthRoutes(state));
  app.get('/', localOnly, (c) => answerPage(c, embedLandingPage(state)));
  app.notFound(answerNotFound);
  app.onError(answerError);
  return app;
}
