import { describe, expect, test } from 'vitest';
import { embeds, leastRefreshes, planDay, staggerMs, tokenTtlMs } from '../src/day/plan.ts';

const hour = 3_600_000;

describe('a day', () => {
  test.each([1, 2, 3, 20_261_201])('has what is told of it, and no two things at once (seed %i)', (seed) => {
    const { length, events } = planDay(seed, 24);
    const count = (kind: string): number => events.filter((event) => event.kind === kind).length;
    expect([length, count('sleep'), count('outage'), count('clock')]).toEqual([24 * hour, 11, 10, 4]);
    const ends = events.map((event) => ('to' in event ? event.to : event.from));
    for (const [index, { from }] of events.entries()) expect(from).toBeGreaterThan(index === 0 ? 0 : ends[index - 1]!);
    expect(ends.at(-1)).toBeLessThan(length);
    // A token outlives an outage, or no one could go on without an interruption.
    for (const event of events)
      if (event.kind === 'outage') expect(event.to - event.from).toBeLessThan(tokenTtlMs * 0.2);
  });

  test('is the same for the same seed', () => {
    expect(planDay(7, 24)).toEqual(planDay(7, 24));
    expect(planDay(7, 24)).not.toEqual(planDay(8, 24));
  });
});

describe('the least number of refreshes', () => {
  const last = (embeds - 1) * staggerMs;

  test('is one for each time that a token’s share is over', () => {
    expect(leastRefreshes({ length: hour + 1, events: [] }) - leastRefreshes({ length: last + 1, events: [] })).toBe(
      15 + 14 * (embeds - 1),
    );
  });

  test('a sleep costs one, and so does an outage', () => {
    const plan = { length: 10 * hour, events: [] };
    const asleep = { ...plan, events: [{ kind: 'sleep' as const, from: 1_000, to: 9.9 * hour }] };
    expect(leastRefreshes(asleep)).toBe(2 * embeds);
    expect(leastRefreshes(plan)).toBeGreaterThan(100 * embeds);
  });
});
