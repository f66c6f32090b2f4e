import type { Clock } from '../src/shared/clock.ts';
import { startMs } from './fixtures.ts';

/** A clock that tests move. */
export interface TestClock extends Clock {
  /** How long was waited, by the pauses that passed by themselves, in ms. */
  readonly pauses: readonly number[];
  /** Moves time and runs what falls due, in order. */
  advance(ms: number): void;
  /** How many timers still run. */
  running(): number;
}

interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/**
 * @param options.instantBelowMs - shorter waits pass by themselves, and move the time; longer ones, such as deadlines,
 * wait for `advance`.
 * @param options.recurring - what is waited for again and again, in ms, waits for `advance` as well.
 * @param options.random - the outcome of every throw.
 */
export function createTestClock({ instantBelowMs = 0, recurring = 500, random = 0.5 } = {}): TestClock {
  let time = startMs;
  const timers = new Set<Timer>();
  const pauses: number[] = [];

  function runDue(): void {
    const due = [...timers].filter(({ at }) => at <= time).sort((a, b) => a.at - b.at);
    for (const timer of due) if (timers.delete(timer)) timer.run();
  }

  return {
    pauses,
    now: () => time,
    random: () => random,
    after(ms, run) {
      const timer = { at: time + ms, run };
      timers.add(timer);
      if (ms < instantBelowMs && ms !== recurring) {
        queueMicrotask(() => {
          if (!timers.has(timer)) return;
          pauses.push(ms);
          time = Math.max(time, timer.at);
          runDue();
        });
      }
      return () => timers.delete(timer);
    },
    advance(ms) {
      time += ms;
      runDue();
    },
    running: () => timers.size,
  };
}
