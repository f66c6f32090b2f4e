import { expect, test } from 'vitest';
import { initialSizing, rebound, resize, restart, type Sizing } from '../../src/machine/sizing.ts';

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

test('differences below 2 px are ignored, in both directions and however often', () => {
  const sizing = reports(resize(start, 600, 0), [601, 600, 600.9, 599, 599.4]);
  expect(sizing.height).toBe(600);
  expect(resize(sizing, 602, 200).height).toBe(602);
});

test('an animation of a second is no loop', () => {
  const sizing = reports(start, Array.from({ length: 60 }, (_, frame) => 500 + frame * 10));
  expect([sizing.held, sizing.height]).toEqual([false, 1_090]);
});

test('a height that keeps changing is held at the greatest, and let go once it is calm', () => {
  const held = reports(start, Array.from({ length: 200 }, (_, frame) => (frame % 2 ? 600 : 900)));
  expect([held.held, held.height]).toEqual([true, 900]);
  const still = resize(held, 700, held.lastReportAt + 2_999);
  expect([still.held, still.height]).toEqual([true, 900]);
  const calm = resize(resize(held, 700, held.lastReportAt + 3_000), 800, held.lastReportAt + 3_016);
  expect([calm.held, calm.height]).toEqual([false, 800]);
});

test('slow changes are no loop, however many', () => {
  const sizing = reports(start, Array.from({ length: 500 }, (_, change) => 500 + (change % 2) * 100), 1_000);
  expect(sizing.held).toBe(false);
});

test('what is remembered does not grow', () => {
  const sizing = reports(start, Array.from({ length: 5_000 }, (_, change) => 500 + (change % 2) * 100));
  expect(sizing.changes.length).toBeLessThan(100);
});

test('new bounds move a height that is outside of them, and make none', () => {
  expect(rebound(start, 700, 800).height).toBeNull();
  expect(rebound(resize(start, 600, 0), 700, 800).height).toBe(700);
  expect(rebound(resize(start, 900, 0), 700, 800).height).toBe(800);
});

test('wider bounds bring back what narrower ones had cut off', () => {
  const cut = rebound(resize(start, 900, 0), 200, 500);
  expect(rebound(cut, 480, 20_000).height).toBe(900);
  expect(rebound(resize(cut, 950, 16), 480, 20_000).height).toBe(950);
  expect(rebound(resize(rebound(start, 700, 800), 600, 0), 480, 20_000).height).toBe(600);
});

test('another document starts anew, at the height there is', () => {
  const held = reports(start, Array.from({ length: 200 }, (_, frame) => (frame % 2 ? 600 : 900)));
  expect(restart(held)).toMatchObject({ height: 900, held: false });
});
