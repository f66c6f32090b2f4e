import { until } from '@meshes-embed/conformance/until';
import { expect, test, vi } from 'vitest';
import { nextTick, ref, shallowRef } from 'vue';
import type { MeshesEmbedHandle } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

const page = setUpPage();

test('v-model:page follows the user, and nothing is launched for it', async () => {
  const { backend, show, status, say, find } = page();
  const [current, heard] = [ref('dashboard'), vi.fn()];
  show('<MeshesEmbed v-bind="options" v-model:page="current" @page-change="heard" />', {
    options: backend.options,
    current,
    heard,
  });
  await status('live');
  const iframe = find('iframe');
  say({ type: 'meshes:navigate', path: '/workspace/rules' });
  await until(() => expect(current.value).toBe('rules'));
  say({ type: 'meshes:navigate', path: '/workspace/events/42' });
  await until(() => expect(current.value).toBe('events'));
  await nextTick();
  expect(find('iframe')).toBe(iframe);
  expect(backend.launches).toEqual(['dashboard']);
  current.value = 'dashboard';
  await until(() => expect(backend.launches).toEqual(['dashboard', 'dashboard']));
  await status('live');
  expect(current.value).toBe('dashboard');
  expect(heard.mock.calls).toEqual([['rules'], ['events']]);
});

test('a page without v-model stays the one that was wanted, whatever else is rendered', async () => {
  const { backend, show, status, say, find } = page();
  const [props, heard] = [ref({ page: 'rules', title: 'First' }), vi.fn()];
  show('<MeshesEmbed v-bind="{ ...options, ...props }" @page-change="heard" />', {
    options: backend.options,
    props,
    heard,
  });
  await status('live');
  say({ type: 'meshes:navigate', path: '/workspace/events' });
  await until(() => expect(heard.mock.calls).toEqual([['events']]));
  props.value = { page: 'rules', title: 'Second' };
  await until(() => expect(find('iframe')?.title).toBe('Second'));
  expect(backend.launches).toEqual(['rules']);
  props.value = { page: 'connections', title: 'Second' };
  await until(() => expect(backend.launches).toEqual(['rules', 'connections']));
});

test('its handle goes to a page, also to the front of the one that is there', async () => {
  const { backend, show, status, say } = page();
  const [embed, current, heard] = [shallowRef<MeshesEmbedHandle | null>(null), ref(), vi.fn()];
  show('<MeshesEmbed ref="embed" v-bind="options" v-model:page="current" @navigate="heard" />', {
    options: backend.options,
    embed,
    current,
    heard,
  });
  await status('live');
  embed.value?.goTo('events');
  await until(() => expect(current.value).toBe('events'));
  await status('live');
  say({ type: 'meshes:navigate', path: '/workspace/events/42' });
  await until(() => expect(heard.mock.lastCall?.[0]).toMatchObject({ page: '/workspace/events/42' }));
  embed.value?.goTo('events');
  await until(() => expect(backend.launches).toEqual(['dashboard', 'events', 'events']));
});
