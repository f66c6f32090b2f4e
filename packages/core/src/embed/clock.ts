/** Where the wall clock advances by so much more than `performance.now()`, the computer slept. ms */
const sleepThresholdMs = 1_000;

/**
 * Milliseconds since the first reading, that never run backwards and go on while the computer sleeps: of each step the larger of
 * monotonic and wall-clock time counts, as `performance.now` may stop in sleep and wall clocks are set. The wall clock
 * counts only where it is well ahead, else its rounding would add up. No clock is read before that: frameworks that render
 * pages ahead take a component that reads one for one that is different at each request.
 */
export function createClock(): () => number {
  let elapsed = 0;
  let monotonic: number | undefined;
  let wall = 0;
  return () => {
    const [monotonicNow, wallNow] = [performance.now(), Date.now()];
    const monotonicStep = monotonicNow - (monotonic ?? monotonicNow);
    const wallStep = monotonic === undefined ? 0 : wallNow - wall;
    monotonic = monotonicNow;
    wall = wallNow;
    elapsed += wallStep > monotonicStep + sleepThresholdMs ? wallStep : Math.max(0, monotonicStep);
    return elapsed;
  };
}
