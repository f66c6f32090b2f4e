import { Hono } from 'hono';
import { controlRoutes } from '../control/controlRoutes.ts';
import { answerError, answerNotFound } from '../http/apiError.ts';
import { localOnly } from '../http/localOnly.ts';
import { serviceFaults } from '../http/serviceFaults.ts';
import { serviceHeaders } from '../http/serviceHeaders.ts';
import type { ControlPlane } from '../control/controlPlane.ts';
import { apiLandingPage } from '../pages/landing.ts';
import { answerPage } from '../pages/page.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import { sessionRoutes } from './sessionRoutes.ts';

/** Everything on `apiUrl`: the management API, which sends no CORS header whatsoever, and the sandbox's control plane. */
export function createManagementApp(state: SandboxState, control: ControlPlane): Hono {
  const app = new Hono();
  app.use(serviceHeaders(state.clock));
  app.use('/api/v1/*', serviceFaults(state.faults));
  app.route('/api/v1', sessionRoutes(state));
  app.route('/__sandbox', controlRoutes(control));
  app.get('/', localOnly, (c) => answerPage(c, apiLandingPage(state)));
  app.notFound(answerNotFound);
  app.onError(answerError);
  return app;
}
