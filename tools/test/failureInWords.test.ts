import { expect, test } from 'vitest';
import { failureInWords } from '../checks/failureInWords.ts';

test('a failure is its name and what the test said, without colours, empty lines and the stack of libraries', () => {
  const said = [
    '\u001B[31mError: 2 rows, and 3 were expected\u001B[39m',
    '',
    '    at list.test.ts:3:9',
    '    at run (node_modules/vitest/dist/run.js:1:1)',
    '    at new Promise (<anonymous>)',
  ].join('\n');
  expect(failureInWords('the list', said)).toBe(
    'the list\n    Error: 2 rows, and 3 were expected\n        at list.test.ts:3:9',
  );
});

test('a long one is cut', () => {
  const lines = failureInWords('the list', Array.from({ length: 40 }, (_, index) => `row ${index}`).join('\n')).split(
    '\n',
  );
  expect(lines).toHaveLength(13);
  expect(lines.at(-1)?.trim()).toBe('row 11');
});
