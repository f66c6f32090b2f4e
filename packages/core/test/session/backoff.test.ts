import { expect, test } from 'vitest';
import { backoff } from '../../src/session/backoff.ts';

const longest = (failures: number, spreadMs?: number): number => backoff(1, failures, 500, 60_000, spreadMs);

test('the longest wait doubles with each failure, up to the limit', () => {
  expect([0, 1, 2, 6, 7, 5000].map((failures) => longest(failures))).toEqual([500, 1000, 2000, 32_000, 60_000, 60_000]);
});

test('any share of it may come out', () => {
  expect(backoff(0, 3, 500, 60_000)).toBe(0);
  expect(backoff(0.25, 3, 500, 60_000)).toBe(1000);
});

test('it is spread over at least the given time, within the limit', () => {
  expect(longest(0, 7000)).toBe(7000);
  expect(longest(5, 7000)).toBe(16_000);
  expect(longest(0, 90_000)).toBe(60_000);
});
