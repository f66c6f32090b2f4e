import { createPlainBackend, type PlainBackend } from '@meshes-embed/conformance/plain-backend';
import { until } from '@meshes-embed/conformance/until';
import { flushSync, hydrate, mount, unmount, type Component } from 'svelte';
import { createAttachmentKey } from 'svelte/attachments';
import { SvelteURL } from 'svelte/reactivity';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commands } from 'vitest/browser';
import {
  MeshesEmbed,
  type LaunchPage,
  type MeshesEmbedHandle,
  type MeshesEmbedOptions,
  type MeshesEmbedProps,
} from '../src/index.ts';
import Rewritten from './fixtures/Rewritten.svelte';
import Around from './fixtures/Around.svelte';
import Bounded from './fixtures/Bounded.svelte';
import OwnLayout from './fixtures/OwnLayout.svelte';
import Rendered from './fixtures/Rendered.svelte';

let place: HTMLElement;
let backend: PlainBackend;
let shown: object[];

beforeEach(() => {
  place = document.body.appendChild(document.createElement('main'));
  backend = createPlainBackend();
  shown = [];
});
afterEach(async () => {
  for (const component of shown) await unmount(component);
  place.remove();
  vi.restoreAllMocks();
});

function show<Props extends object, Exports extends Record<string, unknown>>(
  component: Component<Props, Exports>,
  props: NoInfer<Props>,
): Exports {
  const made = mount(component as Component<object, Exports>, { target: place, props });
  shown.push(made);
  flushSync();
  return made;
}
const container = (): HTMLElement | null => place.querySelector('[data-meshes-status]');
const iframes = (): HTMLIFrameElement[] => [...place.querySelectorAll('iframe')];
const status = (expected: string): Promise<void> =>
  until(() => expect(container()?.dataset['meshesStatus']).toBe(expected));

test('props written again leave the iframe and the container as they are', async () => {
  const loads = vi.fn();
  const props = $state({ options: backend.options, round: 0 });
  show(Rewritten, props);
  await status('live');
  const [iframe] = iframes();
  iframe?.addEventListener('load', loads);
  for (let round = 1; round < 10; round += 1) {
    props.round = round;
    flushSync();
  }
  expect(iframe).toHaveProperty('title', 'Integrations 9');
  expect(container()?.parentElement?.style.margin).toBe('9px');
  expect(container()?.dataset).toMatchObject({ round: '9', meshesStatus: 'live' });
  expect(container()?.ariaBusy).toBe('false');
  expect(iframes()).toEqual([iframe]);
  expect(backend.launches).toHaveLength(1);
  expect(loads).not.toHaveBeenCalled();
});

test('options may be state: core is told of each change, and never given a proxy', async () => {
  const expected: { role: 'admin' | 'member' } = $state({ role: 'admin' });
  const { diagnose } = show(MeshesEmbed, { ...backend.options, expected });
  await status('live');
  const asExpected = (): string | undefined => diagnose().checks.find(({ code }) => code === 'role-expected')?.result;
  expect(asExpected()).toBe('passed');
  expected.role = 'member';
  expect(asExpected()).toBe('passed');
  flushSync();
  expect(asExpected()).toBe('failed');
  expect(backend.launches).toHaveLength(1);
});

test('a URL may be the endpoint; one that is changed in place launches again', async () => {
  const asked = vi.spyOn(window, 'fetch').mockResolvedValue(new Response(null, { status: 403 }));
  const endpoint = new SvelteURL('/api/first', location.href);
  show(MeshesEmbed, { endpoint });
  await until(() =>
    expect(asked.mock.calls.map(([url]) => String(url))).toEqual([expect.stringMatching(/\/api\/first\/sessions$/)]),
  );
  endpoint.pathname = '/api/second';
  flushSync();
  await until(() => expect(String(asked.mock.lastCall?.[0])).toMatch(/\/api\/second\/sessions$/));
});

test('callbacks may read and write state', async () => {
  const seen: { statuses: string[] } = $state({ statuses: [] });
  show(MeshesEmbed, { ...backend.options, onstatuschange: (next) => seen.statuses.push(next) });
  await status('live');
  flushSync();
  expect(seen.statuses).toEqual(['minting', 'launching', 'live']);
  expect(backend.launches).toHaveLength(1);
});

test('attributes and attachments go to the container, class and style to the outermost element', async () => {
  const attached = vi.fn();
  const props: MeshesEmbedProps = $state({
    ...backend.options,
    id: 'integrations',
    class: ['card', { wide: true }],
    style: 'margin: 4px',
    [createAttachmentKey()]: attached,
  });
  show(MeshesEmbed, props);
  await status('live');
  expect(container()?.id).toBe('integrations');
  expect(attached).toHaveBeenCalledExactlyOnceWith(container());
  expect(container()?.getAttributeNames().toSorted()).toEqual(['aria-busy', 'data-meshes-status', 'id', 'style']);
  expect(container()?.parentElement).toMatchObject({
    className: 'card wide',
    tabIndex: -1,
    style: expect.objectContaining({ margin: '4px', minHeight: '480px' }),
  });
});

test('is put in again after it was taken out, with a handle of its own', async () => {
  const onhandle = vi.fn<(handle: MeshesEmbedHandle | null | undefined) => void>();
  const props = $state({ options: backend.options, shown: true, onhandle });
  show(Around, props);
  await status('live');
  expect(onhandle.mock.lastCall?.[0]).toHaveProperty('relaunch');
  props.shown = false;
  flushSync();
  await until(() => expect(iframes()).toHaveLength(0));
  expect(onhandle.mock.lastCall?.[0]).toBeNull();
  props.shown = true;
  flushSync();
  await status('live');
  expect(iframes()).toHaveLength(1);
  expect(backend.launches).toHaveLength(2);
});

test('a changed key makes another embed, with a session of its own', async () => {
  const props = $state({ options: backend.options, shown: true, customer: 'first' });
  show(Around, props);
  await status('live');
  const [iframe] = iframes();
  props.customer = 'second';
  flushSync();
  await status('live');
  expect(iframes()).toHaveLength(1);
  expect(iframes()).not.toContain(iframe);
  expect(backend.launches).toHaveLength(2);
});

test('a transition that is turned back leaves it alive; one that ends takes it out', async () => {
  const props = $state({ options: backend.options, shown: true, duration: 100_000 });
  show(Around, props);
  await status('live');
  const [iframe] = iframes();
  props.shown = false;
  flushSync();
  expect(place.querySelector('section')).toHaveProperty('inert', true);
  expect(iframe).toHaveProperty('isConnected', true);
  props.shown = true;
  flushSync();
  expect(place.querySelector('section')).toHaveProperty('inert', false);
  await status('live');
  expect(iframes()).toEqual([iframe]);
  expect(backend.launches).toHaveLength(1);

  props.shown = false;
  flushSync();
  for (const animation of document.getAnimations()) animation.finish();
  await until(() => expect(iframes()).toHaveLength(0));
});

test('hydrates what the server rendered, without a complaint', async () => {
  const complaints = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
  place.innerHTML = await commands.renderOnServer('/test/fixtures/Rendered.svelte');
  const rendered = [...place.querySelectorAll('*')];
  expect(container()?.dataset['testid']).toBe('embed');
  expect(iframes()).toHaveLength(0);
  shown.push(hydrate(Rendered, { target: place, props: { options: backend.options }, recover: false }));
  flushSync();
  await status('live');
  for (const complaint of complaints) expect(complaint).not.toHaveBeenCalled();
  expect(rendered.filter((element) => !element.isConnected)).toEqual([]);
  expect([...place.querySelectorAll('*')].filter((element) => !rendered.includes(element))).toEqual(iframes());
  expect(backend.launches).toHaveLength(1);
});

test('1.15: without an endpoint it waits for one, and with a page that is unknown it shows the dashboard', async () => {
  const onproblem = vi.fn();
  const props: MeshesEmbedProps = $state({ endpoint: undefined, page: 'members' as 'rules', onproblem });
  show(MeshesEmbed, props);
  await status('idle');
  expect(place.querySelector('[role="status"]')?.textContent?.trim()).toBe('Loading…');
  Object.assign(props, backend.options);
  flushSync();
  await status('live');
  expect(backend.launches).toEqual(['dashboard']);
  expect(onproblem.mock.calls.map(([{ code }]) => code)).toEqual(['page-unknown']);
});

test('a bad option reaches a boundary, with what was expected: at first, and later', async () => {
  const caught = vi.fn();
  show(Bounded, { caught, options: { ...backend.options, minHeight: -1 } });
  expect(place.textContent).toContain('not available');
  expect(caught.mock.lastCall?.[0]).toMatchObject({
    code: 'bad-option',
    message: expect.stringContaining('minHeight'),
  });

  const props: { caught: typeof caught; options: MeshesEmbedOptions } = $state({ caught, options: backend.options });
  show(Bounded, props);
  await status('live');
  props.options = { ...backend.options, maxHeight: -1 };
  flushSync();
  await until(() => expect(caught).toHaveBeenCalledTimes(2));
  expect(caught.mock.lastCall?.[0]).toMatchObject({
    code: 'bad-option',
    message: expect.stringContaining('maxHeight'),
  });
  await until(() => expect(iframes()).toHaveLength(0));
});

test('the attachment follows an element that comes later and goes again, and its view is reactive', async () => {
  const props = $state({ options: backend.options, shown: false });
  show(OwnLayout, props);
  const told = (expected: string): Promise<void> =>
    until(() => expect(place.querySelector('output')?.textContent).toBe(expected));
  await told('idle');
  props.shown = true;
  flushSync();
  await told('live');
  const serve = backend.hold();
  place.querySelector('button')?.click();
  await told('minting');
  serve();
  await told('live');
  expect(backend.launches).toHaveLength(2);
  props.shown = false;
  flushSync();
  await told('idle');
  expect(iframes()).toHaveLength(0);
});

test('the attachment takes options that change: by a function, and of a state object', async () => {
  for (const kind of ['function', 'state object']) {
    const options: MeshesEmbedOptions & { title: string; page: LaunchPage } = $state({
      ...backend.options,
      title: 'First',
      page: 'rules',
    });
    const props = $state({ options: kind === 'function' ? () => options : options, shown: true });
    const { launches } = backend;
    show(OwnLayout, props);
    await status('live');
    const [iframe] = iframes();
    options.title = 'Second';
    flushSync();
    expect(iframe).toHaveProperty('title', 'Second');
    props.shown = false;
    flushSync();
    await until(() => expect(iframes()).toHaveLength(0));
    // While it is out, and in the same moment as it comes back: only the latest is launched.
    options.page = 'events';
    flushSync();
    options.page = 'connections';
    props.shown = true;
    flushSync();
    await status('live');
    expect(launches).toEqual(['rules', 'connections']);
    await unmount(shown.pop()!);
    backend = createPlainBackend();
  }
});

test('the attachment reads its options once for each change of them, whatever else its callbacks read', async () => {
  const state: { title: string; page: LaunchPage; customer: string } = $state({
    title: 'First',
    page: 'rules',
    customer: 'first',
  });
  const read = vi.fn(() => ({
    ...backend.options,
    title: state.title,
    page: state.page,
    onStatusChange: () => state.customer,
  }));
  show(OwnLayout, { options: read });
  await status('live');
  state.page = 'events';
  flushSync();
  await until(() => expect(backend.launches).toEqual(['rules', 'events']));
  await status('live');
  read.mockClear();
  state.customer = 'second';
  flushSync();
  expect(read).not.toHaveBeenCalled();
  state.title = 'Second';
  flushSync();
  expect(read).toHaveBeenCalledOnce();
  expect(backend.launches).toHaveLength(2);
});
