import type { RefreshedSession } from '@meshes-embed/core/session';
import { assertServer } from '../shared/assertServer.ts';
import { systemClock, type Clock } from '../shared/clock.ts';
import { kindOf } from '../shared/kindOf.ts';
import { MeshesInputError } from '../shared/meshesInputError.ts';
import { isSessionId } from '../shared/sessionFields.ts';
import {
  listAnswer,
  mintAnswer,
  refreshAnswer,
  revokeAnswer,
  type MintedSession,
  type RevokedSession,
} from './answers.ts';
import { checkCallOptions, type CallOptions } from './callOptions.ts';
import { rememberCredentials } from './clientCredentials.ts';
import { checkClientOptions, type MeshesClientOptions } from './clientOptions.ts';
import { checkListParams, type ListParams } from './listParams.ts';
import { checkMintParams, type MintParams } from './mintParams.ts';
import { createSessionList, type SessionList } from './sessionList.ts';
import { createTransport } from './transport.ts';

assertServer();

/**
 * The four session calls of the management API (contract §2). `list` throws at once; the others reject. Each checks the
 * machine key first, and fails with a MeshesInputError with code `bad-credentials` if it is missing or malformed.
 */
export interface MeshesSessions {
  /**
   * Mints a session. If the answer gets lost, it is sent at most once more, and not at all with `retries` 0. A session
   * whose answer got lost expires unused.
   *
   * @throws MeshesInputError before anything is sent; MeshesApiError.
   */
  mint(params: MintParams, options?: CallOptions): Promise<MintedSession>;
  /**
   * Makes a new access token. Older ones of the session are stale from then on (contract §6).
   *
   * @throws MeshesInputError before anything is sent; MeshesApiError, with code `revoked` if the session has been revoked.
   */
  refresh(sessionId: string, options?: CallOptions): Promise<RefreshedSession>;
  /**
   * Lists sessions. Nothing is fetched before the first iteration or `page()`.
   *
   * @throws MeshesInputError at once; while iterating MeshesApiError.
   */
  list(params: ListParams, options?: CallOptions): SessionList;
  /**
   * Revokes a session for good.
   *
   * @throws MeshesInputError before anything is sent; MeshesApiError.
   */
  revoke(sessionId: string, options?: CallOptions): Promise<RevokedSession>;
}

/** Calls Meshes for the host's backend. Its properties show nothing of the credentials. */
export interface MeshesClient {
  readonly sessions: MeshesSessions;
}

/**
 * Makes a client of the management API (contract §1, §2). Nothing is signed or sent yet. The machine key may be missing
 * until the first call, so that a build without secrets can load your module.
 *
 * @throws MeshesInputError with code `bad-option`.
 */
export function createMeshesClient(options: MeshesClientOptions): MeshesClient {
  return createClient(options, systemClock);
}

/** Like {@link createMeshesClient}, with a clock that the caller gives. */
export function createClient(options: MeshesClientOptions, clock: Clock): MeshesClient {
  const settings = checkClientOptions(options);
  const transport = createTransport(settings, clock);

  const sessions: MeshesSessions = {
    async mint(params, callOptions = {}) {
      const body = checkMintParams(params);
      const checked = checkCallOptions(callOptions, 'sessions.mint');
      const answer = mintAnswer(body.workspace_id, settings.insecure, clock.now());
      return await transport.call({ method: 'POST', path: '/sessions', body, answer, retriesWhenLost: 1 }, checked);
    },
    async refresh(sessionId, callOptions = {}) {
      const path = `${sessionPath(sessionId, 'refresh')}/refresh`;
      const checked = checkCallOptions(callOptions, 'sessions.refresh');
      return await transport.call({ method: 'POST', path, answer: refreshAnswer(sessionId, clock.now()) }, checked);
    },
    list(params, callOptions = {}) {
      const query = checkListParams(params);
      const checked = checkCallOptions(callOptions, 'sessions.list');
      settings.credentials();
      return createSessionList(async (cursor) => {
        const path = `/sessions?${listQuery({ ...query, cursor: cursor ?? query.cursor })}`;
        const { count, limit, ...page } = await transport.call({ method: 'GET', path, answer: listAnswer }, checked);
        return { count: count ?? page.records.length, limit: limit ?? query.limit ?? defaultPageSize, ...page };
      });
    },
    async revoke(sessionId, callOptions = {}) {
      const path = sessionPath(sessionId, 'revoke');
      const checked = checkCallOptions(callOptions, 'sessions.revoke');
      return await transport.call({ method: 'DELETE', path, answer: revokeAnswer }, checked);
    },
  };

  const client: MeshesClient = Object.freeze({ sessions: Object.freeze(sessions) });
  rememberCredentials(client, settings.credentials);
  return client;
}

/** Records in a page where neither the caller nor Meshes says (contract §2). */
const defaultPageSize = 50;

function sessionPath(sessionId: string, method: string): string {
  if (isSessionId(sessionId)) return `/sessions/${sessionId}`;
  throw new MeshesInputError(
    'bad-params',
    'sessionId',
    `sessions.${method}: sessionId: expected 1 to 128 letters, digits, - or _, got ${kindOf(sessionId)}`,
  );
}

function listQuery(params: ListParams): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value !== undefined) query.set(name, String(value));
  return query.toString();
}
