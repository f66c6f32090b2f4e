import { expect, test } from 'vitest';
import { firstDifference } from '../checks/apiReports.ts';

test.each([
  ['a\nb\nc', 'a\nb\nc', null],
  ['a\nb\nc', 'a\nB\nc', 'B'],
  ['a\nc', 'a\nb\nc', 'b'],
  ['a\nb\nc', 'a\nb', 'c'],
])('from %j to %j the first difference is %j', (older, newer, expected) => {
  expect(firstDifference(older, newer)).toBe(expected);
});
