/** A clock that stands still until it is told to move. */
export interface ManualClock {
  /** ms since epoch. */
  readonly now: () => number;
  advance(seconds: number): void;
}

export function createManualClock(start = Date.parse('2026-03-10T09:30:00.000Z')): ManualClock {
  let time = start;
  return {
    now: () => time,
    advance(seconds) {
      time += seconds * 1000;
    },
  };
}
