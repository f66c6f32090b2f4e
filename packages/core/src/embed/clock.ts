/** A wall clock that gained more than this on the monotonic one has seen a sleep that the other has not. ms */
const sleep = 1_000;

/**
 * Milliseconds since now, that never run backwards and go on while the computer sleeps: of each step the larger of
 * monotonic and wall-clock time counts, as `performance.now` may stop in sleep and wall clocks are set. The wall clock
 * counts only where it is well ahead, else its rounding would add up.
 */
export function createClock(): () => number {
  let elapsed = 0;
  let monotonic = performance.now();
  let wall = Date.now();
  return () => {
    const monotonicStep = performance.now() - monotonic;
    const wallStep = Date.now() - wall;
    monotonic += monotonicStep;
    wall += wallStep;
    elapsed += wallStep > monotonicStep + sleep ? wallStep : Math.max(0, monotonicStep);
    return elapsed;
  };
}
