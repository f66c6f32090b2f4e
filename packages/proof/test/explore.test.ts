import { expect, test } from 'vitest';
import { exploreMachines } from '../src/explore/index.ts';

test('the states that the plainest events lead to are found', async () => {
  const { figures } = await exploreMachines({ short: false });
  expect(figures.filter(({ holds }) => !holds)).toEqual([]);
});
