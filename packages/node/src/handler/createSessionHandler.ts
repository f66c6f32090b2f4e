import { assertServer } from '../shared/assertServer.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { authorizeRequest } from './authorizeRequest.ts';
import { corsHeaders, isPreflight, permissions } from './cors.ts';
import { createGrants } from './grants.ts';
import { lazyGrantKeys } from './grantKeys.ts';
import { checkHandlerOptions, type SessionHandlerOptions } from './handlerOptions.ts';
import { readBody, requireJson } from './readBody.ts';
import { respond, respondPreflight, respondError } from './respond.ts';
import { readRoute } from './readRoute.ts';
import { requireOwnOrigin } from './requireOwnOrigin.ts';
import { createSessionCalls } from './sessionCalls.ts';
import { HttpError } from './httpError.ts';

assertServer();

/**
 * Answers the pages' requests for sessions. Never rejects.
 *
 * The second argument is for a request whose body something has read already: `{ body }`, with what came of it. What
 * frameworks themselves pass there, such as Next's `{ params }`, counts for nothing.
 */
export type SessionHandler = (request: Request, given?: { readonly body?: unknown } & object) => Promise<Response>;

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
  const permitted = permissions(settings.allowedHeaders);
  const grants = createGrants(lazyGrantKeys(settings.grantSecrets), settings.grantTtlSeconds, clock);
  const calls = createSessionCalls({ ...settings, grants, clock });

  // The cheap checks come first, and no one's body is read before it is known who asks.
  async function answer(request: Request, parsed: unknown, signal: AbortSignal): Promise<object> {
    const route = readRoute(request);
    requireOwnOrigin(request, settings.allowedOrigins);
    requireJson(request);
    const readBefore = request.bodyUsed;
    const authorization = await authorizeRequest(request, settings, signal, clock);
    const isReader = !readBefore && parsed === undefined && request.bodyUsed;
    if (isReader)
      throw new MeshesInputError(
        'bad-authorization',
        null,
        'authorize() read the body of the request; use request.clone() for that',
      );
    const body = await readBody({ request, parsed, timeoutMs: settings.bodyTimeoutMs, signal }, clock);
    const ask = { authorization, body, signal };
    switch (route.name) {
      case 'mint':
        return await calls.mint(ask);
      case 'refresh':
        return await calls.refresh(route.sessionId, ask);
      case 'revoke':
        return await calls.revoke(route.sessionId, ask);
    }
  }

  function refusalOf(error: unknown, signal: AbortSignal): HttpError {
    if (error instanceof HttpError) return error;
    if (signal.aborted) return new HttpError(499, 'client-gone', 'The caller has left.');
    return new HttpError(500, 'internal', 'The server failed.', { report: error });
  }

  async function report(error: unknown): Promise<void> {
    try {
      await settings.onError(error);
    } catch {
      // A reporter that fails must not take the answer with it.
    }
  }

  return async (request, given) => {
    const cors = corsHeaders(request, settings.allowedOrigins);
    if (isPreflight(request, cors)) return respondPreflight(cors, permitted);
    const signal = signalOf(request);
    try {
      return respond(await answer(request, given?.body, signal), cors);
    } catch (error) {
      const refusal = refusalOf(error, signal);
      if (refusal.details.report !== undefined) void report(refusal.details.report);
      return respondError(refusal, cors);
    }
  };
}

/** Some hosts make requests of their own that have no signal; no one hears of their callers leaving. */
function signalOf(request: Request): AbortSignal {
  return (request as Partial<Request>).signal ?? new AbortController().signal;
}
