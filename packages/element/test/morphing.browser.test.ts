import { plainEmbedOrigin } from '@meshes-embed/conformance/plain-origin';
import { until } from '@meshes-embed/conformance/until';
import { Idiomorph } from 'idiomorph';
import morphdom from 'morphdom';
import { expect, test } from 'vitest';
import type { MeshesEmbedElement } from '../src/index.ts';
import { createElementBench, iframeOf, inside, serveEndpoint, status } from './support/elementBench.ts';

const markup = '<meshes-embed endpoint="/api/meshes" allow-insecure-localhost></meshes-embed>';

/** How scripts make the page what the server's markup says, each on the element's parent. */
const ways: Readonly<Record<string, (parent: Element, html: string) => void>> = {
  'idiomorph, as Turbo and htmx have it': (parent, html) =>
    void Idiomorph.morph(parent, html, { morphStyle: 'innerHTML' }),
  morphdom(parent, html) {
    const wanted = parent.cloneNode() as Element;
    wanted.innerHTML = html;
    morphdom(parent, wanted);
  },
  'a script that empties it': (parent) => parent.firstElementChild!.replaceChildren(),
  'a script that writes in it': (parent) => (parent.firstElementChild!.innerHTML = '<p>written</p>'),
  'a script that takes its attributes away'(parent) {
    const element = parent.firstElementChild!;
    for (const name of ['data-meshes-status', 'aria-busy', 'style', 'class']) element.removeAttribute(name);
  },
};

test.each(Object.entries(ways))(
  '1.10: %s: the iframe and its document stay, and the status with them',
  async (_name, morph) => {
    const { place, backend } = createElementBench();
    serveEndpoint(backend);
    place.innerHTML = markup;
    const element = place.firstElementChild as MeshesEmbedElement;
    const pages: (string | null)[] = [];
    element.addEventListener('navigate', ({ detail }) => pages.push(detail.page));
    await status(element, 'live');
    await until(() => expect(element.view.height).toBe(640));
    const iframe = iframeOf(element)!;
    const { contentWindow } = iframe;

    morph(place, `${markup}<p>more of the page</p>`);
    await until(() => expect(element.getAttribute('data-meshes-status')).toBe('live'));
    expect(element.getAttribute('aria-busy')).toBe('false');
    expect(place.firstElementChild).toBe(element);
    expect(iframeOf(element)).toBe(iframe);
    expect(iframe.contentWindow).toBe(contentWindow);
    expect(iframe.offsetHeight).toBe(640);
    contentWindow?.postMessage({ say: { type: 'meshes:navigate', path: '/still/here' } }, plainEmbedOrigin());
    await until(() => expect(pages.at(-1)).toBe('/still/here'));
    expect(backend.launches).toEqual(['dashboard']);
  },
);

test.each(Object.entries(ways))('%s: the default displays stay', async (_name, morph) => {
  const { place, backend } = createElementBench();
  serveEndpoint(backend);
  backend.refuse(403);
  place.innerHTML = markup;
  const element = place.firstElementChild as MeshesEmbedElement;
  await status(element, 'failed');
  const [said, alert] = [inside(element, '[role="status"]'), inside(element, '[role="alert"]')];
  morph(place, markup);
  await status(element, 'failed');
  expect(inside(element, '[role="status"]')).toBe(said);
  expect(inside(element, '[role="alert"]')).toBe(alert);
  expect(alert?.checkVisibility()).toBe(true);
  backend.refuse(null);
  inside(element, '[role="alert"] button')?.click();
  await status(element, 'live');
});

test('another page in the server’s markup is one launch of that page', async () => {
  const { place, backend } = createElementBench();
  serveEndpoint(backend);
  place.innerHTML = markup;
  const element = place.firstElementChild as MeshesEmbedElement;
  await status(element, 'live');
  Idiomorph.morph(place, markup.replace('endpoint', 'page="rules" endpoint'), { morphStyle: 'innerHTML' });
  await until(() => expect(backend.launches).toEqual(['dashboard', 'rules']));
  await status(element, 'live');
  expect(place.firstElementChild).toBe(element);
});
