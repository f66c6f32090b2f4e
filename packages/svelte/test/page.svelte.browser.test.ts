import { until } from '@meshes-embed/conformance/until';
import { flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import type { LaunchPage, MeshesEmbedHandle, MeshesEmbedProps } from '../src/index.ts';
import Paged from './fixtures/Paged.svelte';
import { setUpPage } from './support/onThePage.ts';

const page = setUpPage();

for (const kind of ['bound', 'by functions'] as const) {
  test(`a page that is ${kind} follows the user, and nothing is launched for it`, async () => {
    const { backend, show, status, say, find } = page();
    const onpagechange = vi.fn();
    const props: { kind: typeof kind; page: LaunchPage; options: MeshesEmbedProps } = $state({
      kind,
      page: 'dashboard',
      options: { ...backend.options, onpagechange },
    });
    show(Paged, {
      kind,
      get options() {
        return props.options;
      },
      get page() {
        return props.page;
      },
      set page(next) {
        props.page = next;
      },
    });
    await status('live');
    const iframe = find('iframe');
    say({ type: 'meshes:navigate', path: '/workspace/rules' });
    await until(() => expect(find('output')?.textContent).toBe('rules'));
    say({ type: 'meshes:navigate', path: '/workspace/events/42' });
    await until(() => expect(find('output')?.textContent).toBe('events'));
    props.options = { ...backend.options, onpagechange, title: 'Integrations' };
    flushSync();
    expect(find('iframe')).toBe(iframe);
    expect(iframe).toHaveProperty('title', 'Integrations');
    expect(backend.launches).toEqual(['dashboard']);
    props.page = 'dashboard';
    flushSync();
    await until(() => expect(backend.launches).toEqual(['dashboard', 'dashboard']));
    await status('live');
    expect(find('output')?.textContent).toBe('dashboard');
    expect(onpagechange.mock.calls).toEqual([['rules'], ['events']]);
  });
}

test('a page that no one binds stays the one that was wanted, whatever else is new', async () => {
  const { backend, show, status, say, find } = page();
  const onpagechange = vi.fn();
  const props: { kind: 'given'; page: LaunchPage; options: MeshesEmbedProps } = $state({
    kind: 'given',
    page: 'rules',
    options: { ...backend.options, onpagechange },
  });
  show(Paged, props);
  await status('live');
  say({ type: 'meshes:navigate', path: '/workspace/events' });
  await until(() => expect(onpagechange.mock.calls).toEqual([['events']]));
  props.options = { ...backend.options, onpagechange, title: 'Integrations' };
  flushSync();
  expect(find('iframe')).toHaveProperty('title', 'Integrations');
  expect(backend.launches).toEqual(['rules']);
  props.page = 'connections';
  flushSync();
  await until(() => expect(backend.launches).toEqual(['rules', 'connections']));
  await status('live');
  props.page = 'events';
  flushSync();
  await until(() => expect(backend.launches).toEqual(['rules', 'connections', 'events']));
});

test('its handle goes to a page, also to the front of the one that is there', async () => {
  const { backend, show, status, say, find } = page();
  const onnavigate = vi.fn();
  const onhandle = vi.fn<(handle: MeshesEmbedHandle | null | undefined) => void>();
  const props: { page: LaunchPage | undefined } = $state({ page: undefined });
  show(Paged, {
    kind: 'bound',
    options: { ...backend.options, onnavigate },
    onhandle,
    get page() {
      return props.page;
    },
    set page(next) {
      props.page = next;
    },
  });
  await status('live');
  const embed = onhandle.mock.lastCall?.[0];
  embed?.goTo('events');
  await until(() => expect(find('output')?.textContent).toBe('events'));
  await status('live');
  say({ type: 'meshes:navigate', path: '/workspace/events/42' });
  await until(() => expect(onnavigate.mock.lastCall?.[0]).toMatchObject({ page: '/workspace/events/42' }));
  embed?.goTo('events');
  await until(() => expect(backend.launches).toEqual(['dashboard', 'events', 'events']));
});
