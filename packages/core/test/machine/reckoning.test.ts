import { expect, test } from 'vitest';
import { limitWindowMs } from '../../src/machine/limits.ts';
import { recent } from '../../src/machine/reckoning.ts';

test('a time is recent until its window ends, to the last fraction of a millisecond', () => {
  // The sum less the time is a little less than the window here, as fractions are rounded.
  const at = 8_015_894.286_010_531;
  expect(at + limitWindowMs - at).toBeLessThan(limitWindowMs);
  expect(recent({ now: () => at + limitWindowMs }, [at])).toEqual([]);
  expect(recent({ now: () => at + limitWindowMs - 1 }, [at])).toEqual([at]);
});
