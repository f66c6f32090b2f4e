import { until } from '@meshes-embed/conformance/until';
import { expect, inject, test } from 'vitest';
import type { MeshesEmbedElement } from '../src/index.ts';
import { createElementBench, iframeOf, status } from './support/elementBench.ts';

test('one script tag brings the element to a plain page, whose policy admits no inline style and no markup', async () => {
  const { place, backend } = createElementBench();
  const page = place.appendChild(document.createElement('iframe'));
  page.srcdoc = `<!doctype html><title>A plain page</title>
    <meta http-equiv="Content-Security-Policy" content="style-src 'none'; require-trusted-types-for 'script'">
    <script type="module">addEventListener('securitypolicyviolation', ({ effectiveDirective }) => { document.title = effectiveDirective; });</script>
    <script type="module" src="${inject('scriptUrl')}"></script>
    <meshes-embed title="Integrations"></meshes-embed>`;
  const element = await until(() => {
    const found = page.contentDocument?.querySelector<MeshesEmbedElement>('meshes-embed:defined');
    if (!found) throw new Error('The element is not defined.');
    return found;
  });
  Object.assign(element, backend.options);
  await status(element, 'live');
  expect(iframeOf(element)?.title).toBe('Integrations');
  expect(backend.launches).toHaveLength(1);
  expect(page.contentWindow?.getComputedStyle(element).display).toBe('block');
  expect(page.contentDocument?.title).toBe('A plain page');
});
