import { launchPagesByType, type LaunchPage } from '@meshes-embed/core/protocol';
import {
  parseLaunchSession,
  parseRefreshedSession,
  type LaunchSession,
  type RefreshedSession,
} from '@meshes-embed/core/session';
import type { RevokedSession } from '../client/answers.ts';
import type { MeshesClient } from '../client/createMeshesClient.ts';
import type { Clock } from '../shared/clock.ts';
import { startDeadline } from '../shared/deadline.ts';
import type { Grants } from './grants.ts';
import { ownField, type Body } from './readBody.ts';
import { mintParamsOf, type SessionAuthorization } from './sessionAuthorization.ts';
import { HttpError } from './httpError.ts';
import type { Limit } from './upstreamLimit.ts';
import { unknownSession, toHttpError } from './toHttpError.ts';

/** Each request of a page is sent only once, because the page retries, and waits as Retry-After asks. */
const retries = 0;

/** A request of a page that `authorize` has let in. */
interface SessionRequest {
  readonly authorization: SessionAuthorization;
  readonly body: Body;
  readonly signal: AbortSignal;
}

/** The calls that a page may make. Each answer holds only known fields. Each call throws HttpError. */
interface SessionCalls {
  mint(request: SessionRequest): Promise<LaunchSession>;
  refresh(sessionId: string, request: SessionRequest): Promise<RefreshedSession>;
  revoke(sessionId: string, request: SessionRequest): Promise<RevokedSession>;
}

/** What the calls of one handler use. */
interface SessionCallsInput {
  readonly client: MeshesClient;
  readonly grants: Grants;
  readonly limit: Limit;
  /** How long a call may wait for its turn, in ms. */
  readonly queueTimeoutMs: number;
  readonly clock: Clock;
}

/** Makes the calls of one handler. */
export function createSessionCalls({ client, grants, limit, queueTimeoutMs, clock }: SessionCallsInput): SessionCalls {
  async function inTurn<T>(call: () => Promise<T>, signal: AbortSignal, isMint = false): Promise<T> {
    const turn = startDeadline(
      clock,
      queueTimeoutMs,
      () => new HttpError(503, 'busy', 'The server is busy. Try again later.'),
      signal,
    );
    try {
      return await limit.run(
        () => {
          turn.end();
          return call();
        },
        turn.signal,
        clock,
      );
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof HttpError ? error : toHttpError(error, isMint);
    } finally {
      turn.end();
    }
  }

  function claimOf(sessionId: string, { subject, workspace_id }: SessionAuthorization) {
    return { sessionId, subject, workspaceId: workspace_id };
  }

  async function requireGrant(sessionId: string, { authorization, body }: SessionRequest): Promise<void> {
    const grant = ownField(body, 'grant');
    if (typeof grant !== 'string') throw new HttpError(400, 'bad-grant', 'Send the grant that came with the session.');
    if (!(await grants.verify(grant, claimOf(sessionId, authorization)))) throw unknownSession();
  }

  return {
    async mint({ authorization, body, signal }) {
      const params = mintParamsOf(authorization, readPage(body, authorization));
      await grants.prepare();
      const session = await inTurn(
        async () => parseLaunchSession(await client.sessions.mint(params, { signal, retries })),
        signal,
        true,
      );
      return { ...session, grant: await grants.sign(claimOf(session.session_id, authorization)) };
    },
    async refresh(sessionId, request) {
      await requireGrant(sessionId, request);
      const session = await inTurn(
        async () =>
          parseRefreshedSession(await client.sessions.refresh(sessionId, { signal: request.signal, retries })),
        request.signal,
      );
      // Renewed, so that a tab may stay open for longer than one grant is valid.
      return { ...session, grant: await grants.sign(claimOf(sessionId, request.authorization)) };
    },
    async revoke(sessionId, request) {
      await requireGrant(sessionId, request);
      await inTurn(() => client.sessions.revoke(sessionId, { signal: request.signal, retries }), request.signal);
      return { revoked: true };
    },
  };
}

/** Reads the page that the browser asks for, which has to be one of the session's type. */
function readPage(body: Body, { session_type: type = 'workspace' }: SessionAuthorization): LaunchPage | undefined {
  const page = ownField(body, 'page');
  if (page === undefined) return undefined;
  const allowed = launchPagesByType[type];
  const known = allowed.find((name) => name === page);
  if (known === undefined) throw new HttpError(400, 'bad-page', `The page must be one of ${allowed.join(', ')}.`);
  return known;
}
