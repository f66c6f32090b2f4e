import { launchPagesByType, type LaunchPage } from '@meshes-embed/core/protocol';
import { parseLaunchSession, parseRefreshedSession, type LaunchSession, type RefreshedSession } from '@meshes-embed/core/session';
import type { RevokedSession } from '../client/answers.ts';
import type { MeshesClient } from '../client/client.ts';
import type { Clock } from '../shared/clock.ts';
import { startDeadline } from '../shared/deadline.ts';
import type { Grants } from './grant.ts';
import { ownField, type Body } from './readBody.ts';
import { mintParamsOf, type SessionAuthorization } from './sessionAuthorization.ts';
import { SessionRefusal } from './SessionRefusal.ts';
import { upstreamLimit } from './upstreamLimit.ts';
import { unknownSession, upstreamRefusal } from './upstreamRefusal.ts';

/** How long a call may wait for its turn before it starts. */
const TURN_MS = 10_000;

/** Each request of a page is sent once: the page tries again by itself, with pauses, as late as Retry-After asks. */
const retries = 0;

/** Who asks, with what, until when. */
export interface SessionAsk {
  readonly authorization: SessionAuthorization;
  readonly body: Body;
  readonly signal: AbortSignal;
}

/** What a page may have done. Each answer holds the known fields alone; each call throws SessionRefusal. */
export interface SessionCalls {
  mint(ask: SessionAsk): Promise<LaunchSession>;
  refresh(sessionId: string, ask: SessionAsk): Promise<RefreshedSession>;
  revoke(sessionId: string, ask: SessionAsk): Promise<RevokedSession>;
}

/** Makes the calls of one handler. */
export function createSessionCalls(client: MeshesClient, grants: Grants, clock: Clock): SessionCalls {
  async function inTurn<T>(call: () => Promise<T>, signal: AbortSignal, minting = false): Promise<T> {
    const turn = startDeadline(clock, TURN_MS, () => new SessionRefusal(503, 'busy', 'Too much to do. Try again later.'), signal);
    try {
      return await upstreamLimit.run(() => {
        turn.end();
        return call();
      }, turn.signal);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof SessionRefusal ? error : upstreamRefusal(error, minting);
    } finally {
      turn.end();
    }
  }

  function claimOf(sessionId: string, { subject, workspace_id }: SessionAuthorization) {
    return { sessionId, subject, workspaceId: workspace_id };
  }

  async function requireGrant(sessionId: string, { authorization, body }: SessionAsk): Promise<void> {
    const grant = ownField(body, 'grant');
    if (typeof grant !== 'string') throw new SessionRefusal(400, 'bad-grant', 'Send the grant that came with the session.');
    if (!(await grants.verify(grant, claimOf(sessionId, authorization)))) throw unknownSession();
  }

  return {
    async mint({ authorization, body, signal }) {
      const params = mintParamsOf(authorization, readPage(body, authorization));
      await grants.prepare();
      const session = await inTurn(async () => parseLaunchSession(await client.sessions.mint(params, { signal, retries })), signal, true);
      return { ...session, grant: await grants.sign(claimOf(session.session_id, authorization)) };
    },
    async refresh(sessionId, ask) {
      await requireGrant(sessionId, ask);
      const session = await inTurn(async () => parseRefreshedSession(await client.sessions.refresh(sessionId, { signal: ask.signal, retries })), ask.signal);
      // Renewed, so that a tab may stay open for longer than a grant lives.
      return { ...session, grant: await grants.sign(claimOf(sessionId, ask.authorization)) };
    },
    async revoke(sessionId, ask) {
      await requireGrant(sessionId, ask);
      await inTurn(() => client.sessions.revoke(sessionId, { signal: ask.signal, retries }), ask.signal);
      return { revoked: true };
    },
  };
}

/** The page that the browser asks for, within what it may see. */
function readPage(body: Body, { session_type: type = 'workspace' }: SessionAuthorization): LaunchPage | undefined {
  const page = ownField(body, 'page');
  if (page === undefined) return undefined;
  const allowed = launchPagesByType[type];
  const known = allowed.find((name) => name === page);
  if (known === undefined) throw new SessionRefusal(400, 'bad-page', `The page must be one of ${allowed.join(', ')}.`);
  return known;
}
