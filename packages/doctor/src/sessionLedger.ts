import { randomUUID } from 'node:crypto';
import type { MeshesClient } from '@meshes-embed/node';

/** Time for all of the cleaning up, in ms: it has to end also where Meshes does not answer. */
const CLEAN_UP_MS = 15_000;

/** Keeps account of the sessions that the examination caused, so that none is left behind. */
export interface SessionLedger {
  /** Marks each session that is minted here (`external_user_id`), so that one whose answer got lost is found. */
  readonly marker: string;
  /**
   * Notes that a mint is about to be sent.
   *
   * @returns to be called once it is known what became of it: with the session's id, or with null where none was made.
   */
  minting(): (sessionId: string | null) => void;
  /** Notes a session, by its id. */
  minted(sessionId: string): void;
  /** Notes that one has ended. */
  revoked(sessionId: string): void;
  /** How many there were, and how many have ended. */
  counts(): { readonly minted: number; readonly revoked: number };
  /** Whether there is something to clean up. */
  isBusy(): boolean;
  /**
   * Revokes what is left.
   *
   * @param client - tries again what fails in passing.
   * @returns the ids of those that could not be, and whether a mint's answer got lost and its session could not be looked for.
   */
  cleanUp(
    client: MeshesClient,
    workspaceId: string,
  ): Promise<{ readonly left: readonly string[]; readonly lost: boolean }>;
}

export function createSessionLedger(): SessionLedger {
  const marker = `meshes-doctor ${randomUUID()}`;
  const ids = new Map<string, 'live' | 'revoked'>();
  let unanswered = 0;

  const ledger: SessionLedger = {
    marker,
    minting() {
      unanswered += 1;
      return (sessionId) => {
        unanswered -= 1;
        if (sessionId !== null) ledger.minted(sessionId);
      };
    },
    minted(sessionId) {
      if (!ids.has(sessionId)) ids.set(sessionId, 'live');
    },
    revoked(sessionId) {
      ids.set(sessionId, 'revoked');
    },
    counts: () => ({ minted: ids.size, revoked: [...ids.values()].filter((state) => state === 'revoked').length }),
    isBusy: () => unanswered > 0 || [...ids.values()].includes('live'),
    async cleanUp(client, workspaceId) {
      const signal = AbortSignal.timeout(CLEAN_UP_MS);
      let lost = false;
      if (unanswered > 0) {
        try {
          for await (const record of client.sessions.list(
            { workspace_id: workspaceId, status: 'active' },
            { signal },
          )) {
            if (record.external_user_id === marker) ledger.minted(record.session_id);
          }
        } catch {
          lost = true;
        }
      }
      const live = [...ids].filter(([, state]) => state === 'live').map(([id]) => id);
      const left: string[] = [];
      for (const id of live) {
        try {
          await client.sessions.revoke(id, { signal });
          ledger.revoked(id);
        } catch {
          left.push(id);
        }
      }
      return { left, lost };
    },
  };
  return ledger;
}
