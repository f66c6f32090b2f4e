import { describe, expect, test } from 'vitest';
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

describe('to the bound', () => {
  /** An iframe whose height was reported and applied a second ago. */
  const at = (known: Partial<Sizing>): Sizing => ({ ...start, height: 600, content: 600, reportedAt: 1_000, ...known });
  const isHeld = (known: Partial<Sizing>, height: number, now: number): boolean => resize(at(known), height, now).held;

  test('nothing is suspected at first, nor of another document', () => {
    expect(start).toMatchObject({ growths: 0, same: false, turns: 0, held: false, relapses: 0, loop: false });
    expect(resetSizing(at({ same: true, growths: 9 }))).toMatchObject({ same: false, growths: 0, height: 600 });
  });

  test('150 growths in a row are none too many, and one more is', () => {
    expect(isHeld({ growths: 149, growsSince: 1_000 }, 601, 1_010)).toBe(false);
    expect(isHeld({ growths: 150, growsSince: 1_000 }, 601, 1_010)).toBe(true);
  });

  test('so are fewer of them, more than 60, where they go on for longer than 1.8 s', () => {
    expect(isHeld({ growths: 60, growsSince: -791 }, 601, 1_010)).toBe(true);
    expect(isHeld({ growths: 60, growsSince: -790 }, 601, 1_010)).toBe(false);
    expect(isHeld({ growths: 59, growsSince: -791 }, 601, 1_010)).toBe(false);
  });

  test('a growth counts that comes within half a second, of what was applied', () => {
    const growths = (known: Partial<Sizing>, height: number, now: number) => resize(at(known), height, now).growths;
    expect(growths({ growths: 5 }, 601, 1_499)).toBe(6);
    expect(growths({ growths: 5 }, 601, 1_500)).toBe(0);
    expect(growths({ growths: 5 }, 599, 1_010)).toBe(0);
    // Below the least height nothing is applied.
    expect(growths({ growths: 5, height: 480, content: 300 }, 310, 1_010)).toBe(0);
    // The same content, applied as a whole now.
    expect(growths({ growths: 5, height: 580 }, 600, 1_010)).toBe(0);
  });

  test('they are counted from the first one on', () => {
    expect(resize(at({ growths: 0, growsSince: 7 }), 601, 1_010)).toMatchObject({ growths: 1, growsSince: 1_010 });
    expect(resize(at({ growths: 1, growsSince: 7 }), 601, 1_010)).toMatchObject({ growths: 2, growsSince: 7 });
    expect(resize(at({ growths: 5, growsSince: 7 }), 599, 1_010)).toMatchObject({ growths: 0, growsSince: 1_010 });
  });

  test('growths are alike from the second one on, where each comes at once and is as large', () => {
    const same = (known: Partial<Sizing>, height: number, now: number) =>
      resize(at({ step: 5, ...known }), height, now).same;
    expect(same({ growths: 1, same: false }, 609, 1_010)).toBe(true);
    expect(same({ growths: 2, same: false }, 605, 1_010)).toBe(false);
    expect(same({ growths: 2, same: true }, 605, 1_063)).toBe(true);
    expect(same({ growths: 2, same: true }, 605, 1_064)).toBe(false);
    expect(same({ growths: 2, same: true }, 606, 1_010)).toBe(false);
    expect(same({ growths: 1, same: true }, 595, 1_010)).toBe(false);
    expect(same({ growths: 0, same: false, held: true, height: 900 }, 605, 1_010)).toBe(false);
  });

  test('40 turns are none too many, and one more is; what stood still before has not turned', () => {
    expect(isHeld({ turns: 39, step: 5 }, 595, 1_000)).toBe(false);
    expect(isHeld({ turns: 40, step: 5 }, 595, 1_000)).toBe(true);
    expect(isHeld({ turns: 40, step: -5 }, 605, 1_000)).toBe(true);
    expect(isHeld({ turns: 40, step: 5 }, 605, 1_000)).toBe(false);
    expect(isHeld({ turns: 40, step: 0 }, 595, 1_000)).toBe(false);
    expect(isHeld({ turns: 40, step: 0 }, 605, 1_000)).toBe(false);
    // Five are forgotten in a second.
    expect(resize(at({ turns: 40, step: 5 }), 595, 1_400)).toMatchObject({ turns: 39, held: false });
  });

  test('a held height is let go by what grows on while nothing is applied, above it', () => {
    const held = { held: true, step: 9, growths: 2 };
    expect(resize(at(held), 605, 1_010)).toMatchObject({ held: false, height: 605, growths: 0, turns: 0 });
    expect(resize(at({ ...held, growths: 1 }), 605, 1_010)).toMatchObject({ held: true, height: 600 });
    expect(resize(at({ ...held, height: 604 }), 605, 1_010)).toMatchObject({ held: false, height: 605 });
    expect(resize(at({ ...held, height: 605 }), 605, 1_010)).toMatchObject({ held: true, height: 605 });
    expect(resize(at({ ...held, height: 900 }), 605, 1_010)).toMatchObject({ held: true, height: 900 });
  });

  test('but not where it is known to go round in circles, by steps of one size', () => {
    const held = { held: true, step: 5, growths: 2 };
    expect(resize(at({ ...held, loop: true, same: true }), 605, 1_010)).toMatchObject({ held: true, loop: true });
    expect(resize(at({ ...held, loop: true, same: false }), 605, 1_010)).toMatchObject({ held: false, loop: false });
    expect(resize(at({ ...held, loop: false, same: true }), 605, 1_010)).toMatchObject({ held: false, loop: false });
  });

  test('what is held is a loop where it is known as one, is alike, or was held before', () => {
    const loop = (known: Partial<Sizing>) => resize(at({ growths: 150, growsSince: 1_000, ...known }), 605, 1_010).loop;
    expect(loop({})).toBe(false);
    expect(loop({ loop: true })).toBe(true);
    expect(loop({ same: true, step: 5 })).toBe(true);
    expect(loop({ relapses: 1 })).toBe(true);
  });

  test('a height that was let go is held again by four more growths or turns', () => {
    expect(releaseHeld(at({ held: true, growths: 9, turns: 9 }), 5_000)).toMatchObject({
      held: false,
      growths: 146,
      turns: 36,
      relapses: 1,
      reportedAt: 5_000,
    });
  });
});
