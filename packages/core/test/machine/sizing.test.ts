import { expect, test } from 'vitest';
import { initialSizing, setBounds, resize, releaseHeld, resetSizing, type Sizing } from '../../src/machine/sizing.ts';

const start = initialSizing(480, 20_000);
const reports = (sizing: Sizing, heights: readonly number[], every = 16): Sizing =>
  heights.reduce((current, height, index) => resize(current, height, (index + 1) * every), sizing);

test('no height before a report', () => {
  expect(start.height).toBeNull();
});

test.each([
  [600, 600],
  [600.2, 601],
  [1, 480],
  [480, 480],
  [20_000.4, 20_000],
  [1e9, 20_000],
  [Number.MIN_VALUE, 480],
])('%d becomes %d', (reported, applied) => {
  expect(resize(start, reported, 0).height).toBe(applied);
});

test('every difference is applied, in both directions', () => {
  for (const [reported, applied] of [
    [601, 601],
    [600.9, 601],
    [602, 602],
    [601, 601],
    [601.1, 602],
  ] as const) {
    expect(resize(resize(start, 600, 0), reported, 16).height).toBe(applied);
  }
});

test('the same report again changes nothing', () => {
  const sizing = resize(start, 600, 0);
  expect(resize(sizing, 599.5, 16)).toBe(sizing);
});

test('slow changes are no loop, however many', () => {
  const sizing = reports(
    start,
    Array.from({ length: 500 }, (_, change) => 500 + (change % 2) * 100),
    1_000,
  );
  expect([sizing.held, sizing.height]).toEqual([false, 600]);
});

test('a height that keeps turning is held at the greater one, and let go to the last one', () => {
  const held = reports(
    start,
    Array.from({ length: 201 }, (_, frame) => (frame % 2 ? 900 : 600)),
  );
  expect([held.held, held.loop, held.height]).toEqual([true, true, 900]);
  expect(releaseHeld(held, 5_000).height).toBe(600);
});

test('what is not held is not let go', () => {
  const sizing = resize(start, 600, 0);
  expect(releaseHeld(sizing, 5_000)).toBe(sizing);
});

test('a held height that is let go and comes to rest is suspected no longer', () => {
  const held = reports(
    start,
    Array.from({ length: 200 }, (_, frame) => (frame % 2 ? 600 : 900)),
  );
  const calm = releaseHeld(held, 5_000);
  expect(resize(calm, 700, 7_000)).toMatchObject({ height: 700, loop: false, relapses: 0 });
});

test('new bounds move a height that is outside of them, and make none', () => {
  expect(setBounds(start, 700, 800).height).toBeNull();
  expect(setBounds(resize(start, 600, 0), 700, 800).height).toBe(700);
  expect(setBounds(resize(start, 900, 0), 700, 800).height).toBe(800);
});

test('new bounds keep a held height held', () => {
  const held = reports(
    start,
    Array.from({ length: 200 }, (_, frame) => (frame % 2 ? 600 : 900)),
  );
  expect(setBounds(held, 480, 800)).toMatchObject({ height: 800, held: true });
});

test('wider bounds bring back what narrower ones had cut off', () => {
  const cut = setBounds(resize(start, 900, 0), 200, 500);
  expect(setBounds(cut, 480, 20_000).height).toBe(900);
  expect(setBounds(resize(cut, 950, 16), 480, 20_000).height).toBe(950);
  expect(setBounds(resize(setBounds(start, 700, 800), 600, 0), 480, 20_000).height).toBe(600);
});

test('another document starts again, at the current height', () => {
  const held = reports(
    start,
    Array.from({ length: 200 }, (_, frame) => (frame % 2 ? 600 : 900)),
  );
  const other = resetSizing(held);
  expect(other).toMatchObject({ height: 900, held: false, loop: false });
  expect(resize(other, 600, 9_000).height).toBe(600);
});
