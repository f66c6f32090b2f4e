import { expect, test } from 'vitest';
import { codeBlocksOf } from '../workspace/documents.ts';

const fence = '```';

test('a block has its language, its other words, its first line and its code', () => {
  const text = ['# Title', '', `${fence}sh run`, 'npm test', fence, ''].join('\n');
  expect(codeBlocksOf('a.md', text)).toEqual([{ document: 'a.md', line: 4, info: ['sh', 'run'], code: 'npm test' }]);
});

test('a block in a list loses the indent of the list', () => {
  const text = [`1. first`, `   ${fence}ts`, '   if (yes) {', '     go();', '   }', `   ${fence}`].join('\n');
  expect(codeBlocksOf('a.md', text)[0]?.code).toBe('if (yes) {\n  go();\n}');
});

test('a longer fence may hold a shorter one', () => {
  const text = [`${fence}${fence}md`, `${fence}ts`, 'a;', fence, `${fence}${fence}`].join('\n');
  expect(codeBlocksOf('a.md', text)).toHaveLength(1);
});

test('a block that never ends is an error that says where it begins', () => {
  expect(() => codeBlocksOf('a.md', `text\n${fence}ts\na;`)).toThrow(/a\.md:2/);
});
