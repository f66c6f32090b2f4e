import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createClock } from '../../src/embed/clock.ts';

let monotonic = 0;
let wall = 0;
const pass = (monotonicStep: number, wallStep = monotonicStep): void => {
  monotonic += monotonicStep;
  wall += wallStep;
};

beforeEach(() => {
  [monotonic, wall] = [5_000, 1_800_000_000_000];
  vi.spyOn(performance, 'now').mockImplementation(() => monotonic);
  vi.spyOn(Date, 'now').mockImplementation(() => wall);
});
afterEach(() => vi.restoreAllMocks());

test('counts from its first reading', () => {
  const now = createClock();
  expect(performance.now).not.toHaveBeenCalled();
  expect(Date.now).not.toHaveBeenCalled();
  pass(700);
  expect(now()).toBe(0);
  pass(1_500);
  expect(now()).toBe(1_500);
});

test('goes on while the monotonic clock slept', () => {
  const now = createClock();
  now();
  pass(2_000, 3_600_000);
  expect(now()).toBe(3_600_000);
});

test('goes on while the wall clock stands or is set back', () => {
  const now = createClock();
  now();
  pass(60_000, 0);
  expect(now()).toBe(60_000);
  pass(60_000, -86_400_000);
  expect(now()).toBe(120_000);
  pass(1_000);
  expect(now()).toBe(121_000);
});

test('never runs backwards', () => {
  const now = createClock();
  now();
  pass(1_000);
  const before = now();
  pass(-500, -500);
  expect(now()).toBe(before);
});

test('the rounding of the wall clock does not add up', () => {
  const now = createClock();
  now();
  for (let step = 0; step < 10_000; step++) {
    pass(0.4, step % 2 ? 0 : 1);
    now();
  }
  expect(now()).toBeCloseTo(4_000);
});
