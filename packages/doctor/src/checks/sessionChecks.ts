import { MeshesApiError, type MintedSession } from '@meshes-embed/node';
import { describeError, failedCall, mayHaveMinted } from '../shared/apiErrors.ts';
import {
  defineCheck,
  failed,
  passed,
  unknown,
  type Check,
  type CheckContext,
  type CheckResult,
} from '../shared/check.ts';
import { workspace } from './serviceChecks.ts';

/** The shortest life that Meshes allows, so that even a session that cannot be revoked ends soon. */
const sessionTtlSeconds = 300;
/** The longest that Meshes allows, so that a slow network is not taken for a refused launch. */
const launchTtlSeconds = 60;

/** Mints one session for the origin in question. */
export const mint = defineCheck({
  name: 'mint',
  expected: 'a session with an access token and a launch URL',
  needs: { workspace },
  async run(_, { settings, client, sessions, redactor }): Promise<CheckResult<MintedSession>> {
    const settle = sessions.expectMint();
    try {
      // Without the signal, so that it goes on after Ctrl-C: the id has to be known to revoke the session.
      const session = await client().sessions.mint({
        workspace_id: settings.workspaceId,
        allowed_origins: [settings.origin],
        external_user_id: sessions.marker,
        ttl_seconds: sessionTtlSeconds,
        launch_ttl_seconds: launchTtlSeconds,
      });
      settle(session.session_id);
      redactor.hideSession(session);
      const life = session.expires_in === undefined ? '' : ` of ${session.expires_in} s`;
      return passed(`a session${life}, role ${session.role ?? 'not given'}`, session);
    } catch (error) {
      if (!mayHaveMinted(error)) settle(null);
      return failedCall('mint', error);
    }
  },
});

/** A new token for the same session (contract §6). The value is that token. */
const refresh = defineCheck({
  name: 'refresh',
  expected: 'another access token for the same session',
  needs: { mint },
  async run({ mint: session }, { client, redactor, signal }): Promise<CheckResult<string>> {
    try {
      const { access_token: token } = await client().sessions.refresh(session.session_id, { signal });
      if (token === session.access_token) return failed('refresh-same-token', 'the token that the session had before');
      redactor.hide(token);
      return passed('a new access token for the same session', token);
    } catch (error) {
      return failedCall('refresh', error);
    }
  },
});

/** Where a sandbox says which session a token belongs to. The real service documents no such address. */
const sandboxApiPath = '/api/session';

/**
 * Whether the older token is refused after a refresh (contract §6). Only the API behind the embed's pages shows that,
 * which is not documented. So this runs only where its address is given, or where the embed is a sandbox on this
 * machine. Tokens are sent to the embed's own origin and nowhere else.
 */
const staleToken = defineCheck({
  name: 'stale-token',
  expected: 'the older access token to get 401 after the refresh',
  needs: { mint, refresh },
  async run({ mint: session, refresh: newerToken }, context) {
    const embed = new URL(session.launch_url);
    const path = context.settings.embedApi ?? (embed.protocol === 'http:' ? sandboxApiPath : null);
    if (path === null)
      return unknown(
        "it shows only at the embed's own API, whose address Meshes does not document; name one with --embed-api",
      );
    const url = new URL(path, embed.origin);
    const newer = await answerTo(newerToken, url, context);
    if (newer !== 'taken')
      return unknown(`${path} does not take the newer token either (${newer}), so it says nothing about the older one`);
    const older = await answerTo(session.access_token, url, context);
    if (older === 'taken') return failed('stale-accepted', `${path} takes the older token as well`);
    return older === 'status 401'
      ? passed('the older token gets 401, the newer one is taken')
      : unknown(`${path} answers the older token with ${older}`);
  },
});

async function answerTo(token: string, url: URL, { http }: CheckContext): Promise<string> {
  const answer = await http.send(url, { headers: { accept: 'application/json', authorization: `Bearer ${token}` } });
  if ('reason' in answer) return answer.reason;
  return answer.status >= 200 && answer.status < 300 ? 'taken' : `status ${answer.status}`;
}

/** The end of a session: from then on its refresh is refused (contract §2, 409). */
const revoke = defineCheck({
  name: 'revoke',
  expected: 'the session to end: a refresh gets 409 from then on',
  needs: { mint },
  async run({ mint: { session_id: id } }, { client, sessions, signal }) {
    try {
      await client().sessions.revoke(id, { signal });
    } catch (error) {
      return failedCall('revoke', error);
    }
    try {
      await client().sessions.refresh(id, { signal });
      return failed('revoke-without-effect', 'a refresh brings a new token all the same');
    } catch (error) {
      if (!(error instanceof MeshesApiError)) throw error;
      sessions.markRevoked(id);
      return error.code === 'revoked'
        ? passed('revoked, and a refresh gets 409')
        : unknown(`revoked, and a refresh then gets something else than 409: ${describeError(error)}`);
    }
  },
});

/** Whether sessions can be refreshed and revoked, in the order in which the checks run. */
export const refreshChecks: readonly Check[] = [refresh, staleToken, revoke];

/** Revokes what is left of the sessions that were minted. It runs last, and also after Ctrl-C. */
export const cleanUp = defineCheck({
  name: 'clean-up',
  expected: 'no session left of those that this run minted',
  always: true,
  async run(_, { sessions, settings, retryingClient }) {
    if (sessions.needsCleanUp()) {
      const { left, lost } = await sessions.cleanUp(retryingClient(), settings.workspaceId);
      if (left.length > 0) return failed('session-left', `not revoked: ${left.join(', ')}`);
      if (lost)
        return failed(
          'session-left',
          'the answer to a mint got lost, and the sessions of the workspace cannot be listed',
        );
    }
    const { minted } = sessions.counts();
    if (minted === 0) return passed('no session was minted');
    return passed(
      minted === 1 ? 'the session that was minted is revoked' : `the ${minted} sessions that were minted are revoked`,
    );
  },
});
