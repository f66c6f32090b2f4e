import { until } from '@meshes-embed/conformance/until';
import { expect, inject, test } from 'vitest';
import type { MeshesEmbedElement } from '../src/index.ts';
import { createElementBench, status } from './support/elementBench.ts';

test('one script tag brings the element to a plain page', async () => {
  const { place, backend } = createElementBench();
  const page = place.appendChild(document.createElement('iframe'));
  page.srcdoc = `<!doctype html><title>A plain page</title>
    <script type="module" src="${inject('scriptUrl')}"></script>
    <meshes-embed title="Integrations"></meshes-embed>`;
  const element = await until(() => {
    const found = page.contentDocument?.querySelector<MeshesEmbedElement>('meshes-embed:defined');
    if (!found) throw new Error('The element is not defined.');
    return found;
  });
  Object.assign(element, backend.options);
  await status(element, 'live');
  expect(element.querySelector('iframe')?.title).toBe('Integrations');
  expect(backend.launches).toHaveLength(1);
});
