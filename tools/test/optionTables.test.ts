import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters } from '@meshes-embed/conformance/adapters';
import { expect, test } from 'vitest';
import { styles, withOptionTables } from '../optionTables.ts';
import { root } from '../workspace/paths.ts';

test.each(Object.entries(styles))(
  'the README of %s has every option as its docstring tells it',
  async (name, style) => {
    const path = join(root, 'packages', name, 'README.md');
    await expect(withOptionTables(readFileSync(path, 'utf8'), style)).toMatchFileSnapshot(path);
  },
);

test('every adapter has its tables', () => {
  expect(Object.keys(styles)).toEqual(expect.arrayContaining(adapters.map(({ name }) => name)));
});
