import { assertServer } from '../browserGuard.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import { authorizeRequest } from './authorizeRequest.ts';
import { corsHeaders, isPreflight } from './cors.ts';
import { createGrants } from './grant.ts';
import { lazyGrantKeys } from './grantKeys.ts';
import { checkHandlerOptions, type SessionHandlerOptions } from './handlerOptions.ts';
import { readBody, requireJson } from './readBody.ts';
import { respond, respondPreflight, respondRefusal } from './respond.ts';
import { readRoute } from './routes.ts';
import { requireOwnOrigin } from './sameOrigin.ts';
import { createSessionCalls } from './sessionCalls.ts';
import { SessionRefusal } from './SessionRefusal.ts';

assertServer();

/** Answers the pages' requests for sessions. Never rejects. */
export type SessionHandler = (request: Request) => Promise<Response>;

/**
 * Makes the host's own session endpoint. Wherever it is mounted it answers
 * `POST …/sessions` `{ page? }`, `POST …/sessions/{id}/refresh` `{ grant }` and `DELETE …/sessions/{id}` `{ grant }`.
 *
 * @throws MeshesInputError (a TypeError) when an option is no good, such as a missing `authorize`.
 */
export function createSessionHandler(options: SessionHandlerOptions): SessionHandler {
  return createHandler(options, systemClock);
}

/** As {@link createSessionHandler}, with a clock of the caller's. */
export function createHandler(options: SessionHandlerOptions, clock: Clock): SessionHandler {
  const settings = checkHandlerOptions(options);
  const grants = createGrants(lazyGrantKeys(settings.grantSecrets), settings.grantTtlSeconds, clock);
  const calls = createSessionCalls(settings.client, grants, clock);

  // The cheap checks come first, and nobody's body is read before it is known who asks.
  async function answer(request: Request): Promise<object> {
    const route = readRoute(request);
    requireOwnOrigin(request, settings.allowedOrigins);
    requireJson(request);
    const authorization = await authorizeRequest(request, settings.authorize, clock);
    const ask = { authorization, body: await readBody(request, clock), signal: request.signal };
    switch (route.name) {
      case 'mint':
        return await calls.mint(ask);
      case 'refresh':
        return await calls.refresh(route.sessionId, ask);
      case 'revoke':
        return await calls.revoke(route.sessionId, ask);
    }
  }

  function refusalOf(error: unknown, request: Request): SessionRefusal {
    if (error instanceof SessionRefusal) return error;
    if (request.signal.aborted) return new SessionRefusal(499, 'client-gone', 'The caller has left.');
    return new SessionRefusal(500, 'internal', 'The server failed.', { report: error });
  }

  function report(error: unknown): void {
    try {
      settings.onError(error);
    } catch {
      // A reporter that fails must not take the answer with it.
    }
  }

  return async (request) => {
    const cors = corsHeaders(request, settings.allowedOrigins);
    if (isPreflight(request, cors)) return respondPreflight(cors);
    try {
      return respond(await answer(request), cors);
    } catch (error) {
      const refusal = refusalOf(error, request);
      if (refusal.details.report !== undefined) report(refusal.details.report);
      return respondRefusal(refusal, cors);
    }
  };
}
