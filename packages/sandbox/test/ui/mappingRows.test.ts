import { expect, test } from 'vitest';
import { isSaved, mappingFaults } from '../../src/ui/parts/mappingRows.ts';

test('rows that fill different fields have no faults', () => {
  const rows = [
    { key: 1, source: 'email', target: 'Email' },
    { key: 2, source: 'email', target: 'Contact' },
  ];
  expect([...mappingFaults(rows)]).toEqual([]);
});

test('the fault stands at the row that has it', () => {
  const rows = [
    { key: 1, source: 'email', target: 'Email' },
    { key: 2, source: '', target: 'Name' },
    { key: 3, source: 'name', target: 'Email' },
  ];
  expect([...mappingFaults(rows)]).toEqual([
    [2, 'Choose both fields.'],
    [3, 'Email is filled by a row above.'],
  ]);
});

test('rows are saved when they say the same, in the same order', () => {
  const saved = [
    { source: 'a', target: 'A' },
    { source: 'b', target: 'B' },
  ];
  const rows = saved.map((mapping, key) => ({ key, ...mapping }));
  expect(isSaved(rows, saved)).toBe(true);
  expect(isSaved(rows.toReversed(), saved)).toBe(false);
  expect(isSaved(rows.slice(1), saved)).toBe(false);
  expect(isSaved([...rows, { key: 9, source: 'c', target: 'C' }], saved)).toBe(false);
});
