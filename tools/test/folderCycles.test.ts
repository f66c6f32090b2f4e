import { expect, test } from 'vitest';
import { checkFolderCycles, cyclesIn, type FolderImports } from '../checks/folderCycles.ts';

const importsOf = (all: Readonly<Record<string, readonly string[]>>): FolderImports =>
  new Map(Object.entries(all).map(([from, to]) => [from, new Map(to.map((one) => [one, [`${from}/file.ts`]]))]));

test('folders that import each other are found, each way once', () => {
  expect(cyclesIn(importsOf({ a: ['b'], b: ['c'], c: ['b'] }))).toEqual([['b', 'c']]);
  expect(cyclesIn(importsOf({ c: ['a'], a: ['b'], b: ['c'] }))).toEqual([['a', 'b', 'c']]);
  expect(cyclesIn(importsOf({ '.': ['a'], a: ['.'] }))).toEqual([['.', 'a']]);
});

test('layers have no way back', () => {
  expect(cyclesIn(importsOf({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([]);
});

test('the sources are layers', async () => {
  const { passed, failures } = await checkFolderCycles();
  expect(failures).toEqual([]);
  expect(passed).toBeGreaterThan(5);
});
