import { plainEmbedOrigin } from '@meshes-embed/conformance/plain-origin';
import { until } from '@meshes-embed/conformance/until';
import type { LaunchPage } from '@meshes-embed/core';
import { expect, test } from 'vitest';
import type { MeshesEmbedElement } from '../src/index.ts';
import { createElementBench, iframeOf, status, takeUncaught } from './support/elementBench.ts';

/** The user walks to a page inside of the embed; back once the element says so. */
async function walk(element: MeshesEmbedElement, page: LaunchPage): Promise<void> {
  iframeOf(element)?.contentWindow?.postMessage(
    { say: { type: 'meshes:navigate', path: `/workspace/${page}` } },
    plainEmbedOrigin(),
  );
  await until(() => expect(element.page).toBe(page));
}

/** Lets everything happen that was set, and something after it that can be waited for. */
async function settle(element: MeshesEmbedElement, refreshes: readonly string[]): Promise<void> {
  const before = refreshes.length;
  element.refresh();
  await until(() => expect(refreshes.length).toBeGreaterThan(before));
  await status(element, 'live');
}

test('where the user goes is said once: in the event, and by then in the property', async () => {
  const { backend, live } = createElementBench();
  const element = await live();
  const told: unknown[] = [];
  element.addEventListener('pagechange', ({ detail }) => told.push([detail, element.page]));
  await walk(element, 'rules');
  expect(told).toEqual([['rules', 'rules']]);
  expect(element.hasAttribute('page')).toBe(false);
  await settle(element, backend.refreshes);
  expect(backend.launches).toEqual(['dashboard']);
  expect(told).toHaveLength(1);
});

test('the page where the embed is costs nothing, and the one before launches', async () => {
  const { backend, live } = createElementBench();
  const element = await live();
  element.page = 'dashboard';
  await walk(element, 'rules');
  element.page = 'rules';
  await settle(element, backend.refreshes);
  expect(backend.launches).toEqual(['dashboard']);
  element.page = 'dashboard';
  await until(() => expect(backend.launches).toEqual(['dashboard', 'dashboard']));
  await status(element, 'live');
  expect(element.page).toBe('dashboard');
});

test('a listener may send the user back', async () => {
  const { backend, live } = createElementBench();
  const element = await live();
  element.addEventListener('pagechange', () => {
    element.page = 'dashboard';
  });
  iframeOf(element)?.contentWindow?.postMessage(
    { say: { type: 'meshes:navigate', path: '/workspace/rules' } },
    plainEmbedOrigin(),
  );
  await until(() => expect(backend.launches).toEqual(['dashboard', 'dashboard']));
  await status(element, 'live');
  expect(element.page).toBe('dashboard');
});

test('a page that was just set is not given up for the one where the user went', async () => {
  const { backend, live } = createElementBench();
  const element = await live();
  // The embed says where it is only after this.
  element.addEventListener('trace', ({ detail }) => {
    if (detail.name === 'meshes:navigate') element.page = 'events';
  });
  iframeOf(element)?.contentWindow?.postMessage(
    { say: { type: 'meshes:navigate', path: '/workspace/rules' } },
    plainEmbedOrigin(),
  );
  await until(() => expect(backend.launches).toEqual(['dashboard', 'events']));
  await status(element, 'live');
  expect(element.page).toBe('events');
});

test('another page as an attribute is a wish, too, and the same one is not', async () => {
  const { place, backend, create } = createElementBench();
  const element = create();
  element.setAttribute('page', 'events');
  place.append(element);
  await status(element, 'live');
  await walk(element, 'rules');
  expect(element.getAttribute('page')).toBe('events');
  element.setAttribute('page', 'events');
  await settle(element, backend.refreshes);
  expect([element.page, ...backend.launches]).toEqual(['rules', 'events']);
  element.setAttribute('page', 'connections');
  expect(element.page).toBe('connections');
  await until(() => expect(backend.launches).toEqual(['events', 'connections']));
  await status(element, 'live');
  await walk(element, 'rules');
  element.removeAttribute('page');
  await until(() => expect(backend.launches).toEqual(['events', 'connections', 'dashboard']));
  await status(element, 'live');
});

test('the attribute of markup does not overrule a property that was set before', async () => {
  const { place, backend, create } = createElementBench();
  const element = Object.assign(create(), { page: 'events' });
  element.setAttribute('page', 'rules');
  place.append(element);
  await status(element, 'live');
  expect(backend.launches).toEqual(['events']);
});

test('it goes where its method says, and tells that it is there', async () => {
  const { backend, live } = createElementBench();
  const element = await live();
  element.goTo('connections');
  await until(() => expect(element.page).toBe('connections'));
  expect(backend.launches).toEqual(['dashboard', 'connections']);
});

test('put in again, it launches the page where it was', async () => {
  const { place, backend, live } = createElementBench();
  const element = await live();
  await walk(element, 'rules');
  element.remove();
  await status(element, 'idle');
  place.append(element);
  await status(element, 'live');
  expect(backend.launches).toEqual(['dashboard', 'rules']);
});

test('4.15: a page that there is not is told as a problem, and is the dashboard', async () => {
  const { backend, place, create } = createElementBench();
  const uncaught = takeUncaught();
  const problems: string[] = [];
  const element = create();
  element.addEventListener('problem', ({ detail }) => problems.push(detail.code));
  element.setAttribute('page', 'settings');
  place.append(element);
  await status(element, 'live');
  expect(backend.launches).toEqual(['dashboard']);
  expect(problems).toEqual(['page-unknown']);
  expect(uncaught).toEqual([]);
});
