import { expect, test } from 'vitest';
import { caseFaults, numbersIn } from '../checks/numberedCases.ts';

test('the numbers of a title are those before its first colon', () => {
  const source = `
    // A1: a comment names no test.
    test('A1, 1.9a: one', () => expect('B2: what a test says').toBe('B3: is no title'));
    describe(\`C1: \${what}\`, () => {});
    test.each([['D4: a row', 1], ['another', 'D5: not the first']])('%s', () => {});
    test('1.10:without a blank', () => {});
    test('at 2.4: later in it', () => {});
  `;
  expect(numbersIn(source)).toEqual(['A1', '1.9a', 'C1', 'D4']);
});

test('a case without a test, and a test of no case, are told', () => {
  const named = new Map([
    ['one.test.ts', ['A1', 'A3']],
    ['two.test.ts', ['A1']],
  ]);
  expect(caseFaults({ A1: 'first', A2: 'second' }, named).filter((message) => message !== null)).toEqual([
    'A2 (second) has no test: name one "A2: …"',
    'one.test.ts: A3 is not in tools/cases',
  ]);
});
