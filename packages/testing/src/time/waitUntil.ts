import { FakeMeshesError } from '../fakeMeshesError.ts';
import { isFake } from './isFake.ts';
import { turn } from './turn.ts';

/** As they are when this module is loaded: fake timers that come later stop neither the waiting nor its end. */
const { setTimeout: later, clearTimeout: notLater } = globalThis;

/** What most things take: no time at all. */
const turnsFirst = 20;
/** How often is looked. ms */
const step = 10;

/** How to wait. */
export interface WaitOptions {
  /** What is waited for, in words. */
  readonly what: () => string;
  /** ms */
  readonly timeout: number;
  readonly advanceTimers: ((ms: number) => PromiseLike<unknown> | void) | undefined;
}

/**
 * Waits until something holds: first without any time, then by time, real or fake.
 *
 * @throws FakeMeshesError `timeout`, saying what was seen.
 */
export async function waitUntil(holds: () => boolean, { what, timeout, advanceTimers }: WaitOptions): Promise<void> {
  for (let turns = 0; turns < turnsFirst; turns++) {
    if (holds()) return;
    await turn();
  }
  const hint =
    isFake(setTimeout) && !advanceTimers
      ? ' Timers are fake: give the option `advanceTimers`, or advance them before.'
      : '';
  const giveUp = (): FakeMeshesError => new FakeMeshesError('timeout', `waited ${timeout} ms ${what()}${hint}`);
  if (advanceTimers) {
    for (let passed = 0; passed < timeout; passed += step) {
      await advanceTimers(step);
      await turn();
      if (holds()) return;
    }
    throw giveUp();
  }
  // Nothing moves any more, and nothing would end the wait.
  if (isFake(later)) throw giveUp();
  let over = false;
  const end = later(() => {
    over = true;
  }, timeout);
  try {
    while (!holds()) {
      if (over) throw giveUp();
      await new Promise<void>((resolve) => {
        later(resolve, step);
      });
    }
  } finally {
    notLater(end);
  }
}
