/** What was given to whom, and what was not as it has to be. */
export interface Ledger {
  /** Who was given each session. */
  readonly owners: ReadonlyMap<string, string>;
  /** How many answers came, by their status; how many ended without one as their server was killed. */
  readonly answers: ReadonlyMap<string, number>;
  /** Answers whose session was compared with who had asked. */
  readonly compared: number;
  /** What should never be, with one of each kind in words, and how often it was. */
  readonly faults: ReadonlyMap<string, { readonly example: string; count: number }>;
  count(what: string): void;
  fault(kind: string, example: string): void;
  /** A session was given: no one else may ever have been. */
  minted(sessionId: string, user: string): void;
  /** A session was renewed, by its owner only. */
  refreshed(asked: string, given: string, user: string): void;
}

/** Makes an empty one. */
export function createLedger(): Ledger {
  const owners = new Map<string, string>();
  const answers = new Map<string, number>();
  const faults = new Map<string, { example: string; count: number }>();
  let compared = 0;
  function fault(kind: string, example: string): void {
    const known = faults.get(kind) ?? { example, count: 0 };
    known.count += 1;
    faults.set(kind, known);
  }
  return {
    owners,
    answers,
    faults,
    fault,
    get compared() {
      return compared;
    },
    count: (what) => void answers.set(what, (answers.get(what) ?? 0) + 1),
    minted(sessionId, user) {
      compared += 1;
      const other = owners.get(sessionId);
      if (other !== undefined) fault('wrong session', `a mint of ${user} gave a session of ${other}`);
      owners.set(sessionId, user);
    },
    refreshed(asked, given, user) {
      compared += 1;
      if (given !== asked) fault('wrong session', `a refresh of ${user} gave another session`);
      if (owners.get(given) !== user) fault('wrong session', `${user} was given a session of ${owners.get(given)}`);
    },
  };
}
