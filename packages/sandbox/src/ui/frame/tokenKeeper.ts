/** Keeps the access token, in memory only: never in storage, in the document or in an address. */
export interface TokenKeeper {
  /** The newest token, or null before the first. */
  current(): string | null;
  take(token: string): void;
  /**
   * Waits for a token other than this one.
   *
   * @param patience - how long to wait, in ms.
   * @returns the newer token, or null where none came in time.
   */
  newerThan(token: string | null, patience: number): Promise<string | null>;
}

export function createTokenKeeper(): TokenKeeper {
  let newest: string | null = null;
  const waiting = new Set<(token: string) => void>();
  return {
    current: () => newest,
    take(token) {
      newest = token;
      for (const resolve of waiting) resolve(token);
      waiting.clear();
    },
    newerThan(token, patience) {
      if (newest !== null && newest !== token) return Promise.resolve(newest);
      return new Promise((resolve) => {
        const giveUp = setTimeout(() => {
          waiting.delete(settle);
          resolve(null);
        }, patience);
        function settle(newer: string): void {
          clearTimeout(giveUp);
          resolve(newer);
        }
        waiting.add(settle);
      });
    },
  };
}
