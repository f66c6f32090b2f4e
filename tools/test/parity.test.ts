import { expect, test } from 'vitest';
import { documentedNames } from '../checks/parity/documentedNames.ts';
import { countCode } from '../checks/parity/linesOfCode.ts';

test('names are read from the first column of the tables that are asked for', () => {
  const document = ['| setting | type |', '|---|---|', '| `page`, `title` | `string` |', '', '| own | |', '|---|---|', '| `loading` | |'].join('\n');
  expect([...documentedNames(document, ['setting'])]).toEqual(['page', 'title']);
  expect([...documentedNames(document, ['event'])]).toEqual([]);
});

test('neither blank lines nor comments are code', () => {
  expect(countCode(['/** What', ' * it is. */', '', '// a reason', 'const a = 1; // and more', '<!-- markup -->', 'const b = 2;'].join('\n'))).toBe(2);
});
