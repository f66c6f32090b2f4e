import { assertServer } from '../shared/assertServer.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { authorizeRequest } from './authorizeRequest.ts';
import { corsHeaders, isPreflight, preflightHeaders } from './cors.ts';
import { createGrants } from './grants.ts';
import { lazyGrantKeys } from './grantKeys.ts';
import { checkHandlerOptions, type SessionHandlerOptions } from './handlerOptions.ts';
import { readBody, requireJson } from './readBody.ts';
import { respond, respondPreflight, respondError } from './respond.ts';
import { readRoute } from './readRoute.ts';
import { requireOwnOrigin } from './requireOwnOrigin.ts';
import { createSessionCalls } from './sessionCalls.ts';
import { HttpError } from './httpError.ts';
import type { SessionRequest } from './sessionRequest.ts';

assertServer();

/**
 * Answers the pages' requests for sessions. Never rejects.
 *
 * If something has already read the body, pass it as the second argument, `{ body }`: the parsed value, text or bytes.
 * Other values that frameworks pass there, such as Next's `{ params }`, are ignored.
 */
export type SessionHandler<Asking extends SessionRequest = Request> = (
  request: Asking,
  given?: { readonly body?: unknown } & object,
) => Promise<Response>;

/**
 * Makes the handler of the host's session endpoint. Below its mount point it answers
 * `POST …/sessions` `{ page? }`, `POST …/sessions/{id}/refresh` `{ grant }` and `DELETE …/sessions/{id}` `{ grant }`.
 *
 * On a server whose requests are not quite a `Request`, name their type: `createSessionHandler<HttpRequest>({ … })`.
 *
 * @throws MeshesInputError (a TypeError) for an invalid option, such as a missing `authorize`.
 */
export function createSessionHandler<Asking extends SessionRequest = Request>(
  options: SessionHandlerOptions<Asking>,
): SessionHandler<Asking> {
  return createHandler(options, systemClock);
}

/** Like {@link createSessionHandler}, with a clock that the caller gives. */
export function createHandler<Asking extends SessionRequest = Request>(
  options: SessionHandlerOptions<Asking>,
  clock: Clock,
): SessionHandler<Asking> {
  const settings = checkHandlerOptions(options);
  const permitted = preflightHeaders(settings.allowedHeaders);
  const grants = createGrants(lazyGrantKeys(settings.grantSecrets), settings.grantTtlSeconds, clock);
  const calls = createSessionCalls({ ...settings, grants, clock });

  // The cheap checks come first. No body is read before it is known who asks.
  async function answer(request: SessionRequest, parsed: unknown, signal: AbortSignal): Promise<object> {
    const route = readRoute(request);
    requireOwnOrigin(request, settings.allowedOrigins);
    requireJson(request);
    const readBefore = request.bodyUsed;
    const authorization = await authorizeRequest(request, settings, signal, clock);
    const authorizeReadIt = !readBefore && parsed === undefined && request.bodyUsed;
    if (authorizeReadIt)
      throw new MeshesInputError(
        'bad-authorization',
        null,
        'authorize() read the body of the request; use request.clone() for that',
      );
    const body = await readBody({ request, parsed, timeoutMs: settings.bodyTimeoutMs, signal }, clock);
    const sessionRequest = { authorization, body, signal };
    switch (route.name) {
      case 'mint':
        return await calls.mint(sessionRequest);
      case 'refresh':
        return await calls.refresh(route.sessionId, sessionRequest);
      case 'revoke':
        return await calls.revoke(route.sessionId, sessionRequest);
    }
  }

  function httpErrorOf(error: unknown, signal: AbortSignal): HttpError {
    if (error instanceof HttpError) return error;
    if (signal.aborted) return new HttpError(499, 'client-gone', 'The caller has left.');
    return new HttpError(500, 'internal', 'The server failed.', { report: error });
  }

  async function report(error: unknown): Promise<void> {
    try {
      await settings.onError(error);
    } catch {
      // A failing onError must not change the answer.
    }
  }

  return async (request, given) => {
    const cors = corsHeaders(request, settings.allowedOrigins);
    if (isPreflight(request, cors)) return respondPreflight(cors, permitted);
    const signal = signalOf(request);
    try {
      return respond(await answer(request, given?.body, signal), cors);
    } catch (error) {
      const httpError = httpErrorOf(error, signal);
      if (httpError.details.report !== undefined) void report(httpError.details.report);
      return respondError(httpError, cors);
    }
  };
}

/** Some servers make requests without a signal. Then nothing tells when the caller disconnects. */
function signalOf(request: SessionRequest): AbortSignal {
  return request.signal ?? new AbortController().signal;
}
