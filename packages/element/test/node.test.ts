import { expect, test } from 'vitest';

test('a server may import it, where there are no elements', async () => {
  expect(globalThis).not.toHaveProperty('HTMLElement');
  const ofCore = ['MeshesEmbedError', 'connectInspector', 'defaultTexts', 'diagnose', 'formatDiagnosis'];
  const all = ['MeshesEmbedElement', ...ofCore].toSorted();
  expect(Object.keys(await import('../src/index.ts')).toSorted()).toEqual(all);
  expect(Object.keys(await import('../src/react.ts')).toSorted()).toEqual(all);
  expect(Object.keys(await import('../src/script.ts'))).toEqual(['MeshesEmbedElement']);
});
