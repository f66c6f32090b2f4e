/** The sessions that an embed was given, so that each is ended once it is over. */
export interface HeldSessions {
  /** A session came, and is in use from now on. */
  take(sessionId: string): void;
  /** Ends every session in use but these. */
  keep(sessionIds: readonly (string | undefined)[]): void;
  /** Ends a session that came too late to be used. */
  endNow(sessionId: string): void;
  /** Resolves when each end that was begun has its answer, whatever that is. Never rejects. */
  ended(): Promise<void>;
}

/** @param revoke - ends a session; a rejection is ignored */
export function createHeldSessions(revoke: (sessionId: string) => Promise<unknown>): HeldSessions {
  const held = new Set<string>();
  const ending = new Set<Promise<unknown>>();

  function endNow(sessionId: string): void {
    held.delete(sessionId);
    const end = revoke(sessionId)
      .catch(() => {})
      .finally(() => ending.delete(end));
    ending.add(end);
  }

  return {
    take: (sessionId) => void held.add(sessionId),
    keep(sessionIds) {
      for (const sessionId of held) if (!sessionIds.includes(sessionId)) endNow(sessionId);
    },
    endNow,
    ended: () => Promise.all(ending).then(() => {}),
  };
}
