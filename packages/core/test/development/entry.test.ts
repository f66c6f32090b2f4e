import { expect, test } from 'vitest';
import * as development from '../../src/development/index.ts';
import * as usual from '../../src/index.ts';

test('the entry of development builds has what the usual one has', () => {
  expect(Object.keys(development).toSorted()).toEqual(Object.keys(usual).toSorted());
  expect(development.MeshesEmbedError).toBe(usual.MeshesEmbedError);
});
