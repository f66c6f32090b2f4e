import { expect, test } from 'vitest';

test('a server may import it, where there are no elements', async () => {
  expect(globalThis).not.toHaveProperty('HTMLElement');
  expect(Object.keys(await import('../src/index.ts'))).toEqual(['MeshesEmbedElement']);
  expect(Object.keys(await import('../src/react.ts'))).toEqual(['MeshesEmbedElement']);
});
