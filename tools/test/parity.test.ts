import { expect, test } from 'vitest';
import { documentedNames } from '../checks/parity/documentedNames.ts';

test('names are read from the first column of the tables that are asked for', () => {
  const document = [
    '| setting | type |',
    '|---|---|',
    '| `page`, `title` | `string` |',
    '',
    '| own | |',
    '|---|---|',
    '| `loading` | |',
  ].join('\n');
  expect([...documentedNames(document, ['setting'])]).toEqual(['page', 'title']);
  expect([...documentedNames(document, ['event'])]).toEqual([]);
});
