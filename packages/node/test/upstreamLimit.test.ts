import { describe, expect, test } from 'vitest';
import { createLimit } from '../src/handler/upstreamLimit.ts';
import type { Clock } from '../src/shared/clock.ts';
import { createTestClock } from './testClock.ts';

const { signal } = new AbortController();
const endless = () => new Promise<never>(() => {});
/** Lets what is settled go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A limit with one place, which is taken until `end` is called. */
async function takenLimit(places = 1) {
  const clock = createTestClock();
  const waits: number[] = [];
  const watched: Clock = {
    ...clock,
    after(ms, run) {
      waits.push(ms);
      return clock.after(ms, run);
    },
  };
  const limit = createLimit(places);
  let end = () => {};
  const first = Array.from({ length: places }, () =>
    limit.run(() => new Promise<void>((resolve) => (end = resolve)), signal, clock),
  );
  await settle();
  return { clock, limit, watched, waits, first, end: () => end() };
}

describe('who waits for a place', () => {
  test.each([
    [1, 6],
    [2, 11],
  ])('looks often near the front, seldom behind it: %i places, %i in line', async (places, line) => {
    const { limit, watched, waits } = await takenLimit(places);
    for (let index = 0; index < line; index += 1) void limit.run(endless, signal, watched);
    await settle();
    const near = 4 * places;
    expect(waits).toEqual(Array.from({ length: line }, (_, index) => (index < near ? 10 : 50)));
  });

  test('has left before its turn: it is never begun, and the next one gets the place at once', async () => {
    const { clock, limit, first, end } = await takenLimit();
    const leaving = new AbortController();
    const begun: string[] = [];
    const left = limit.run(async () => void begun.push('left'), leaving.signal, clock);
    const next = limit.run(async () => void begun.push('next'), signal, clock);
    await settle();
    leaving.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    end();
    await first[0];
    clock.advance(10);
    await next;
    expect([begun, clock.running()]).toEqual([['next'], 0]);
  });

  test('had left when it came: it is never begun', async () => {
    const limit = createLimit(1);
    const clock = createTestClock();
    const begun: string[] = [];
    const gone = limit.run(async () => void begun.push('gone'), AbortSignal.abort(new Error('gone')), clock);
    await expect(gone).rejects.toThrow('gone');
    expect(begun).toEqual([]);
  });

  test('comes before who came later, also where that one looks first', async () => {
    const { clock, limit, first, end } = await takenLimit();
    const begun: string[] = [];
    const work = (name: string) => limit.run(async () => void begun.push(name), signal, clock);
    const early = work('early');
    await settle();
    clock.advance(5);
    const late = work('late');
    await settle();
    end();
    await first[0];
    // The early one looks in 5 ms, the late one in 10.
    clock.advance(5);
    await early;
    clock.advance(10);
    await late;
    expect(begun).toEqual(['early', 'late']);
  });
});

describe('who has a place', () => {
  test('has it again where the computer slept for longer than a lease', async () => {
    const { clock, limit } = await takenLimit();
    let time = 0;
    const awake: Clock = { ...clock, now: () => clock.now() + time };
    const begun: string[] = [];
    // Asleep: the time has passed, and no timer has run.
    time = 60_000;
    void limit.run(async () => void begun.push('another'), signal, awake).catch(() => {});
    await settle();
    // Two run for the moment, as the first one cannot be told from one that was stopped.
    expect(begun).toEqual(['another']);
    clock.advance(60_000);
    await settle();
    void limit.run(async () => void begun.push('third'), signal, clock).catch(() => {});
    await settle();
    expect(begun).toEqual(['another']);
  });

  test.each([
    ['ends in this moment: the place is free', 2_000, ['next']],
    ['ends a moment later: it is not', 1_999, []],
  ])('a lease that is not renewed and %s', async (_name, passed, expected) => {
    const clock = createTestClock();
    const stopped: Clock = { ...clock, after: () => () => {} };
    const limit = createLimit(1);
    void limit.run(endless, signal, stopped);
    await settle();
    clock.advance(passed);
    const begun: string[] = [];
    void limit.run(async () => void begun.push('next'), signal, clock);
    await settle();
    expect(begun).toEqual(expected);
  });
});
