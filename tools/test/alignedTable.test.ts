import { expect, test } from 'vitest';
import { alignedTable } from '../workspace/alignedTable.ts';

test('columns start below each other, and no line ends in blanks', () => {
  expect(
    alignedTable([
      ['name', 'size', ''],
      ['a', '10', 'x'],
      ['longer', '', ''],
    ]),
  ).toBe('name    size\na       10    x\nlonger');
});
