import { randomUUID } from 'node:crypto';
import type { MeshesClient } from '@meshes-embed/node';

/** Time for the whole clean-up: it has to end also where Meshes does not answer. */
const cleanUpTimeoutMs = 15_000;

/** The sessions that a run has minted, so that all of them are revoked in the end. */
export interface MintedSessions {
  /** The `external_user_id` of every session that is minted here, to find one whose answer got lost. */
  readonly marker: string;
  /**
   * Notes that a mint is about to be sent.
   *
   * @returns a function to call once the outcome is known: with the session's id, or with null where none was made.
   */
  expectMint(): (sessionId: string | null) => void;
  /** Notes a session. */
  add(sessionId: string): void;
  /** Notes that a session is revoked. */
  markRevoked(sessionId: string): void;
  /** How many there were, and how many of them are revoked. */
  counts(): { readonly minted: number; readonly revoked: number };
  /** Whether something is left to revoke or to look for. */
  needsCleanUp(): boolean;
  /**
   * Revokes what is left.
   *
   * @param client - retries temporary failures.
   * @returns the ids of those that could not be revoked, and whether the answer of a mint got lost and its session could
   * not be looked for.
   */
  cleanUp(
    client: MeshesClient,
    workspaceId: string,
  ): Promise<{ readonly left: readonly string[]; readonly lost: boolean }>;
}

export function createMintedSessions(): MintedSessions {
  const marker = `meshes-doctor ${randomUUID()}`;
  const states = new Map<string, 'live' | 'revoked'>();
  let unanswered = 0;

  const add = (sessionId: string) => {
    if (!states.has(sessionId)) states.set(sessionId, 'live');
  };
  const idsThatAre = (wanted: 'live' | 'revoked') =>
    [...states].flatMap(([id, state]) => (state === wanted ? [id] : []));

  /** Looks for the sessions of mints whose answers got lost. */
  async function findLost(client: MeshesClient, workspaceId: string, signal: AbortSignal): Promise<boolean> {
    const records = client.sessions.list({ workspace_id: workspaceId, status: 'active' }, { signal });
    try {
      for await (const record of records) if (record.external_user_id === marker) add(record.session_id);
      return true;
    } catch {
      return false;
    }
  }

  return {
    marker,
    add,
    expectMint() {
      unanswered += 1;
      return (sessionId) => {
        unanswered -= 1;
        if (sessionId !== null) add(sessionId);
      };
    },
    markRevoked(sessionId) {
      states.set(sessionId, 'revoked');
    },
    counts: () => ({ minted: states.size, revoked: idsThatAre('revoked').length }),
    needsCleanUp: () => unanswered > 0 || idsThatAre('live').length > 0,
    async cleanUp(client, workspaceId) {
      const signal = AbortSignal.timeout(cleanUpTimeoutMs);
      const lost = unanswered > 0 && !(await findLost(client, workspaceId, signal));
      const left: string[] = [];
      for (const id of idsThatAre('live')) {
        try {
          await client.sessions.revoke(id, { signal });
          states.set(id, 'revoked');
        } catch {
          left.push(id);
        }
      }
      return { left, lost };
    },
  };
}
