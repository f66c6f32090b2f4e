import { settingNames } from '@meshes-embed/core/adapter';
import { expect, test } from 'vitest';

test('a server may import it, where there are no elements', async () => {
  expect(globalThis).not.toHaveProperty('HTMLElement');
  const ofCore = ['MeshesEmbedError', 'connectInspector', 'defaultTexts', 'diagnose', 'formatDiagnosis', 'preload'];
  const all = ['MeshesEmbedElement', ...ofCore].toSorted();
  expect(Object.keys(await import('../src/index.ts')).toSorted()).toEqual(all);
  expect(Object.keys(await import('../src/react.ts')).toSorted()).toEqual(all);
  expect(Object.keys(await import('../src/script.ts'))).toEqual(['MeshesEmbedElement']);
});

/** Settings that no text can say: objects and functions. */
const noAttributes = ['headers', 'fetch', 'fetchSession', 'refreshSession', 'revokeSession', 'expected', 'texts'];

test('every setting is a property, and an attribute where a text can say it', async () => {
  const { MeshesEmbedElement } = await import('../src/index.ts');
  const properties = Object.entries(Object.getOwnPropertyDescriptors(MeshesEmbedElement.prototype));
  expect(properties.filter(([, { set }]) => set !== undefined).map(([name]) => name)).toEqual(settingNames);
  const attributes = settingNames.filter((name) => !noAttributes.includes(name));
  // A framework may write them without hyphens.
  const written = attributes.flatMap((name) => [name.replaceAll(/[A-Z]/g, '-$&').toLowerCase(), name.toLowerCase()]);
  expect(MeshesEmbedElement.observedAttributes.toSorted()).toEqual([...new Set(written)].toSorted());
});
