import { findAll } from '@meshes-embed/conformance/open-roots';
import { until } from '@meshes-embed/conformance/until';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { EmbedStatus, MeshesEmbedElement } from '../src/index.ts';
import { createElementBench, iframeOf, inside, serveEndpoint, status } from './support/elementBench.ts';

const frames = (root: ParentNode): number => findAll('iframe', root).length;

/** Which documents have spoken in the element's iframe so far. */
function documentsOf(element: MeshesEmbedElement): () => number {
  const documents = new Set<string | undefined>();
  element.addEventListener('navigate', ({ detail }) => documents.add(detail.page?.split(' ')[0]));
  return () => documents.size;
}

test('moveBefore keeps the iframe alive', async () => {
  const { place, backend, create } = createElementBench();
  const [from, to] = [
    place.appendChild(document.createElement('section')),
    place.appendChild(document.createElement('section')),
  ];
  const element = create();
  const documents = documentsOf(element);
  from.append(element);
  await until(() => expect(documents()).toBe(1));
  const iframe = iframeOf(element);
  const [sheet] = element.shadowRoot?.adoptedStyleSheets ?? [];
  (to as HTMLElement & { moveBefore(node: Node, child: Node | null): void }).moveBefore(element, null);
  element.refresh();
  await until(() => expect(backend.refreshes).toHaveLength(1));
  await status(element, 'live');
  expect(to.contains(element)).toBe(true);
  expect(iframeOf(element)).toBe(iframe);
  // For the element itself nothing has happened: it has not been put in once more.
  expect(element.shadowRoot?.adoptedStyleSheets[0]).toBe(sheet);
  expect(documents()).toBe(1);
  expect(backend.launches).toHaveLength(1);
});

test('moved by append, which loads the iframe again, it launches there at once', async () => {
  const { place, backend, create } = createElementBench();
  const [from, to] = [
    place.appendChild(document.createElement('section')),
    place.appendChild(document.createElement('section')),
  ];
  const element = create();
  const documents = documentsOf(element);
  from.append(element);
  await until(() => expect(documents()).toBe(1));
  const statuses: EmbedStatus[] = [];
  element.addEventListener('statuschange', ({ detail }) => statuses.push(detail));
  to.append(element);
  await until(() => expect(documents()).toBe(2));
  await status(element, 'live');
  // It was not taken out on the way.
  expect(statuses).toEqual(['minting', 'launching', 'live']);
  expect(backend.launches).toHaveLength(2);
  expect(frames(place)).toBe(1);
});

test('taken out and put in at once while it waits for its session, it takes that one', async () => {
  const { place, backend, create } = createElementBench();
  const serve = backend.hold();
  const element = place.appendChild(create());
  await status(element, 'minting');
  element.remove();
  place.append(element);
  serve();
  await status(element, 'live');
  expect(backend.launches).toHaveLength(1);
});

test('taken out before it began, it asks for nothing', async () => {
  const { place, backend, create, live } = createElementBench();
  const element = place.appendChild(create());
  element.remove();
  await live();
  expect(backend.launches).toHaveLength(1);
  expect(element.view.status).toBe('idle');
});

test('taken out and put in later, it launches again', async () => {
  const { place, backend, live } = createElementBench();
  const element = await live();
  element.remove();
  await status(element, 'idle');
  expect(frames(element)).toBe(0);
  place.append(element);
  await status(element, 'live');
  expect(backend.launches).toHaveLength(2);
});

test('works in a shadow tree, and tries again from there with the focus kept', async () => {
  const { place, backend, create } = createElementBench();
  const root = place.attachShadow({ mode: 'open' });
  backend.refuse(403);
  const element = root.appendChild(create());
  await status(element, 'failed');
  backend.refuse(null);
  const retry = inside(element, '[role="alert"] button')!;
  retry.focus();
  retry.click();
  await status(element, 'live');
  expect(root.activeElement).toBe(element);
  expect(frames(root)).toBe(1);
});

test('a copy has neither iframe nor session of its original', async () => {
  const { place, backend, live } = createElementBench();
  const element = await live();
  element.id = 'original';
  const copy = element.cloneNode(true) as MeshesEmbedElement;
  expect(frames(copy)).toBe(0);
  place.append(copy);
  expect(copy.getAttribute('data-meshes-status')).toBe('idle');
  Object.assign(copy, backend.options);
  await status(copy, 'live');
  expect(backend.launches).toHaveLength(2);
  expect(copy.view.sessionId).not.toBe(element.view.sessionId);
  expect(frames(place)).toBe(2);
});

test('its markup, written into the page again, is another element with a launch of its own', async () => {
  const { place, backend } = createElementBench();
  serveEndpoint(backend);
  place.innerHTML = '<meshes-embed endpoint="/api/meshes" allow-insecure-localhost></meshes-embed>';
  await status(place.firstElementChild, 'live');
  expect(place.innerHTML).not.toContain('launch=');
  place.innerHTML = place.innerHTML.repeat(2);
  for (const element of place.children) await status(element, 'live');
  expect(backend.launches).toHaveLength(3);
  expect(frames(place)).toBe(2);
});

test('adopted into another document, it launches there, and again where it comes back', async () => {
  const { place, backend, live } = createElementBench();
  const element = await live();
  const other = place.appendChild(document.createElement('iframe'));
  other.srcdoc = '<!doctype html><title>Another document</title>';
  await new Promise((resolve) => other.addEventListener('load', resolve, { once: true }));
  other.contentDocument?.body.append(element);
  await status(element, 'launching');
  expect(iframeOf(element)?.ownerDocument).toBe(other.contentDocument);
  expect(getComputedStyle(element).display).toBe('block');
  expect(frames(element)).toBe(1);
  place.append(element);
  await status(element, 'live');
  expect(backend.launches).toHaveLength(3);
  expect(frames(element)).toBe(1);
  expect(getComputedStyle(element).display).toBe('block');
});

test('two on a page hear their own iframe only', async () => {
  const { backend, live } = createElementBench();
  const [first, second] = [await live(), await live()];
  const heard = vi.fn();
  second.addEventListener('statuschange', heard);
  first.refresh();
  await until(() => expect(backend.refreshes).toEqual(['session-1']));
  await status(first, 'live');
  expect(heard).not.toHaveBeenCalled();
  expect(first.view.sessionId).not.toBe(second.view.sessionId);
});

test('a form takes no notice of it', async () => {
  const { place, create } = createElementBench();
  const form = place.appendChild(document.createElement('form'));
  const element = form.appendChild(create());
  await status(element, 'live');
  expect(form.elements).toHaveLength(0);
});

test('another copy of the package leaves the tag to the first, and says so', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(() => warned.mockRestore());
  const first = customElements.get('meshes-embed');
  const again = new URL('../src/register.ts?again', import.meta.url).href;
  await import(/* @vite-ignore */ again);
  expect(warned).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('<meshes-embed> is defined already'));
  expect(customElements.get('meshes-embed')).toBe(first);
});
