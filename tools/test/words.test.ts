import { expect, test } from 'vitest';
import { faultsOf } from '../checks/words.ts';

// Put together here, so that the check does not find its own test.
const unfinished = ['TO', 'DO'].join('');
const phrase = ['told', 'apart'].join(' ');
const sleep = ['waitForTime', 'out('].join('');
const leftOut = ['it', 'skip('].join('.');
const toAny = ["postMessage({}, '", "')"].join('*');

test.each([
  ['packages/core/src/a.ts', `// ${unfinished}: later`],
  ['packages/react/src/a.ts', `// ${phrase} by their names`],
  ['README.md', `They are ${phrase}.`],
  ['packages/e2e/specs/a.spec.ts', `await page.${sleep}500);`],
  ['packages/core/test/a.test.ts', `${leftOut}'later');`],
  ['packages/core/src/a.ts', `frame.${toAny};`],
  ['pnpm-lock.yaml', 'tarball: https://registry.example/a.tgz'],
  ['docs/large.svg', 'x'.repeat(513 * 1024)],
])('%s is found at fault', (file, text) => {
  expect(faultsOf(file, text)).toHaveLength(1);
});

test.each([
  ['packages/core/src/a.ts', "frame.postMessage(message, origin);\n// sends to '*' never"],
  ['packages/core/test/a.test.ts', `frame.${toAny};`],
  ['README.md', 'https://example.com'],
])('%s is in order', (file, text) => {
  expect(faultsOf(file, text)).toEqual([]);
});

test('a fault names the file and the line', () => {
  expect(faultsOf('README.md', `first\n${phrase}\n`)).toEqual([expect.stringMatching(/^README\.md:2 /)]);
});
