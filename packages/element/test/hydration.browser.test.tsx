import { until } from '@meshes-embed/conformance/until';
import { StrictMode, type ReactElement } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { MeshesEmbedElement } from '../src/react.ts';
import { createElementBench, iframeOf, serveEndpoint, status } from './support/elementBench.ts';

const inPage = (place: HTMLElement): MeshesEmbedElement => {
  const element = place.querySelector<MeshesEmbedElement>('meshes-embed');
  if (!element) throw new Error('There is no element in the page.');
  return element;
};
const aTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const theNextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(null);
  });

test.each(['as it is', 'in StrictMode'])(
  '4.2: React takes over what its server wrote, %s, without a warning',
  async (how) => {
    const { place, backend } = createElementBench();
    const asked = serveEndpoint(backend);
    const said = vi.spyOn(console, 'error');
    onTestFinished(() => said.mockRestore());
    const screen = (page: 'rules' | 'events'): ReactElement => {
      const embed = (
        <meshes-embed endpoint="/api/meshes" page={page} minHeight={700} allowInsecureLocalhost className="card">
          <p slot="loading">One moment</p>
        </meshes-embed>
      );
      return how === 'as it is' ? embed : <StrictMode>{embed}</StrictMode>;
    };
    place.innerHTML = renderToString(screen('rules'));
    const element = inPage(place);
    const recovered = vi.fn();
    const root = hydrateRoot(place, screen('rules'), { onRecoverableError: recovered });
    onTestFinished(() => root.unmount());
    await status(element, 'live');
    expect(inPage(place)).toBe(element);
    expect(asked).toEqual(['/api/meshes/sessions']);
    expect(backend.launches).toEqual(['rules']);
    expect(iframeOf(element)).toHaveProperty('offsetHeight', 700);
    root.render(screen('events'));
    await until(() => expect(backend.launches).toEqual(['rules', 'events']));
    await status(element, 'live');
    expect(said.mock.calls).toEqual([]);
    expect(recovered).not.toHaveBeenCalled();
  },
);

test('4.2: properties that come to markup a few tasks later count for its first launch', async () => {
  const { place, backend } = createElementBench();
  const asked = serveEndpoint(backend);
  place.innerHTML = '<meshes-embed endpoint="/api/meshes"></meshes-embed>';
  const element = inPage(place);
  const written = place.innerHTML;
  const observed = vi.fn();
  element.observe(observed);
  await aTask();
  expect(place.innerHTML).toBe(written);
  Object.assign(element, { page: 'events', allowInsecureLocalhost: true });
  await status(element, 'live');
  expect(backend.launches).toEqual(['events']);
  expect(asked).toHaveLength(1);
  expect(observed).toHaveBeenCalled();
});

test('properties that come in the next task count for the first launch of an element that a script makes', async () => {
  const { place, backend } = createElementBench();
  serveEndpoint(backend);
  const element = document.createElement('meshes-embed');
  element.endpoint = '/api/meshes';
  place.append(element);
  await theNextTask();
  Object.assign(element, { page: 'events', allowInsecureLocalhost: true });
  await status(element, 'live');
  expect(backend.launches).toEqual(['events']);
});

test('markup that a framework writes again, in place of taking it over, launches once', async () => {
  const { place, backend } = createElementBench();
  const asked = serveEndpoint(backend);
  const html = '<meshes-embed endpoint="/api/meshes" page="rules" allow-insecure-localhost></meshes-embed>';
  place.innerHTML = html;
  await aTask();
  place.innerHTML = html;
  await status(inPage(place), 'live');
  expect(asked).toHaveLength(1);
});

test('a call is no setup: it begins at once', async () => {
  const { place, backend } = createElementBench();
  serveEndpoint(backend);
  place.innerHTML = '<meshes-embed endpoint="/api/meshes" allow-insecure-localhost></meshes-embed>';
  const element = inPage(place);
  element.goTo('rules');
  expect(element.dataset['meshesStatus']).toBe('minting');
  await status(element, 'live');
  expect(backend.launches).toEqual(['rules']);
});
