import { until } from '@meshes-embed/conformance/until';
import { settingNames } from '@meshes-embed/core/adapter';
import { expect, test } from 'vitest';
import { MeshesEmbedElement } from '../src/index.ts';
import { createElementBench, iframeOf, serveEndpoint, status, takeUncaught } from './support/elementBench.ts';

test('plain HTML is all it takes', async () => {
  const { place, backend } = createElementBench();
  const asked = serveEndpoint(backend);
  place.innerHTML = `
    <meshes-embed endpoint="/api/meshes" page="rules" title="Integrations" min-height="700" color-scheme="dark" allow="fullscreen" allow-insecure-localhost>
    </meshes-embed>`;
  const element = place.querySelector('meshes-embed');
  await status(element, 'live');
  expect(asked).toEqual(['/api/meshes/sessions']);
  expect(backend.launches).toEqual(['rules']);
  const iframe = iframeOf(element);
  expect(iframe).toMatchObject({ title: 'Integrations', allow: 'fullscreen', offsetHeight: 700 });
  expect(iframe?.style.colorScheme).toBe('dark');
  expect(element).toMatchObject({
    endpoint: '/api/meshes',
    page: 'rules',
    minHeight: 700,
    allowInsecureLocalhost: true,
    maxHeight: undefined,
    sandbox: undefined,
  });
});

test('every setting is a property of the class, so that frameworks set it as one', () => {
  expect(settingNames.filter((name) => !Object.hasOwn(MeshesEmbedElement.prototype, name))).toEqual([]);
});

test('every setting that text can say is an attribute', () => {
  const attributes = [
    'endpoint',
    'credentials',
    'revoke',
    'identity',
    'keep-alive',
    'preload',
    'page',
    'title',
    'min-height',
    'max-height',
    'fit',
    'ready-timeout',
    'allow',
    'sandbox',
    'color-scheme',
    'allow-insecure-localhost',
    'keepalive',
    'minheight',
    'maxheight',
    'readytimeout',
    'colorscheme',
    'allowinsecurelocalhost',
  ];
  expect(MeshesEmbedElement.observedAttributes).toEqual(attributes);
});

test('a property wins over its attribute, which counts again once the property is undefined or null', async () => {
  const { live } = createElementBench();
  const element = await live();
  const title = (expected: string): Promise<void> => until(() => expect(iframeOf(element)?.title).toBe(expected));
  element.setAttribute('title', 'by attribute');
  await title('by attribute');
  element.title = 'by property';
  await title('by property');
  element.setAttribute('title', 'by attribute again');
  expect(element).toHaveProperty('title', 'by property');
  Reflect.set(element, 'title', undefined);
  await title('by attribute again');
  element.removeAttribute('title');
  await title('Meshes workspace');
  expect(element).toHaveProperty('title', '');
  Reflect.set(element, 'minHeight', null);
  element.setAttribute('min-height', '900');
  await until(() => expect(iframeOf(element)).toHaveProperty('offsetHeight', 900));
});

test('a flag is told by false as a property, whatever the attribute', () => {
  const { create } = createElementBench();
  const element = create();
  element.setAttribute('allow-insecure-localhost', '');
  element.allowInsecureLocalhost = false;
  expect(element.allowInsecureLocalhost).toBe(false);
  Reflect.set(element, 'allowInsecureLocalhost', undefined);
  expect(element.allowInsecureLocalhost).toBe(true);
});

test('properties that were set before the element was known are taken over', async () => {
  const { place, backend } = createElementBench();
  // A document without a window knows no custom elements.
  const unknown = document.implementation.createHTMLDocument().createElement('meshes-embed');
  Object.assign(unknown, { ...backend.options, page: 'events' });
  expect(unknown).not.toBeInstanceOf(MeshesEmbedElement);
  place.append(unknown);
  expect(unknown).toBeInstanceOf(MeshesEmbedElement);
  await status(unknown, 'live');
  expect(backend.launches).toEqual(['page' in unknown && 'events']);
  expect(Object.keys(unknown)).not.toContain('page');
  Reflect.set(unknown, 'page', 'rules');
  await until(() => expect(backend.launches).toEqual(['events', 'rules']));
});

test('what is set together is taken up together', async () => {
  const { backend, live } = createElementBench();
  const element = await live();
  element.setAttribute('page', 'rules');
  element.page = 'connections';
  element.page = 'events';
  element.refreshSession = async () => Promise.reject(new Error('not asked'));
  await until(() => expect(backend.launches).toHaveLength(2));
  await status(element, 'live');
  expect(backend.launches).toEqual(['dashboard', 'events']);
});

test('a method takes up first what was set before it', async () => {
  const { backend, live } = createElementBench();
  const element = await live();
  element.page = 'events';
  element.relaunch({ page: 'rules' });
  await until(() => expect(backend.launches.at(-1)).toBe('rules'));
  await status(element, 'live');
  expect(backend.launches.filter((page) => page === 'dashboard')).toHaveLength(1);
});

test('without a source of sessions it waits, in the page or not', async () => {
  const { place, backend } = createElementBench();
  const uncaught = takeUncaught();
  const element = place.appendChild(document.createElement('meshes-embed'));
  element.title = 'Integrations';
  await Promise.resolve();
  expect(element.getAttribute('data-meshes-status')).toBe('idle');
  expect(element.diagnose().status).toBe('idle');
  Object.assign(element, backend.options);
  await status(element, 'live');
  expect(iframeOf(element)?.title).toBe('Integrations');
  expect(uncaught).toEqual([]);
});

test('another identity ends what is there, and launches for it', async () => {
  const { backend, place, create } = createElementBench();
  const revoked: string[] = [];
  const element = Object.assign(create(), {
    identity: 'ann',
    revokeSession: async ({ sessionId }: { sessionId: string }) => revoked.push(sessionId),
  });
  place.append(element);
  await status(element, 'live');
  element.identity = 'bob';
  await until(() => expect(revoked).toEqual(['session-1']));
  await status(element, 'live');
  expect(element.view.sessionId).toBe('session-2');
  expect(backend.launches).toHaveLength(2);
});

test('4.15: an attribute that makes no sense is reported, and leaves the element as it was', async () => {
  const { place, backend, create } = createElementBench();
  const uncaught = takeUncaught();
  const element = create();
  element.setAttribute('min-height', 'tall');
  place.append(element);
  await until(() => expect(uncaught).toHaveLength(1));
  expect(uncaught[0]).toMatchObject({
    name: 'MeshesEmbedError',
    code: 'bad-option',
    message: expect.stringMatching(/minHeight.*NaN/),
  });
  expect(element.getAttribute('data-meshes-status')).toBe('idle');

  element.setAttribute('min-height', '600');
  await status(element, 'live');
  element.setAttribute('max-height', '0');
  await until(() => expect(uncaught).toHaveLength(2));
  expect(uncaught[1]).toMatchObject({ code: 'bad-option', message: expect.stringContaining('maxHeight') });
  element.refresh();
  await until(() => expect(backend.refreshes).toHaveLength(1));
  await status(element, 'live');
  expect(backend.launches).toEqual(['dashboard']);

  // Bad settings do not keep it out of the page, either.
  element.remove();
  await status(element, 'idle');
  place.append(element);
  await status(element, 'live');
  expect(uncaught).toHaveLength(3);
});
