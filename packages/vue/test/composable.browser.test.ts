import { until } from '@meshes-embed/conformance/until';
import { createMeshesEmbed } from '@meshes-embed/core';
import { expect, test, vi } from 'vitest';
import { isProxy, isReadonly, nextTick, reactive, ref, shallowRef, type MaybeRefOrGetter, type Ref } from 'vue';
import { useMeshesEmbed, type MeshesEmbedOptions, type UseMeshesEmbed } from '../src/index.ts';
import { setUpPage } from './onThePage.ts';

vi.mock(import('@meshes-embed/core'), { spy: true });

const page = setUpPage();

const layout = '<OwnLayout />';

/** A layout of the page's own, for the embed with these options; what the composable returned. */
function showLayout(
  options: MaybeRefOrGetter<MeshesEmbedOptions>,
  shown: Ref<boolean> = ref(true),
  container?: Ref<HTMLElement | null>,
): UseMeshesEmbed {
  const app = page().create(layout);
  let used: UseMeshesEmbed | undefined;
  app.component('OwnLayout', {
    template: '<div v-if="shown" ref="container" /><output>{{ view.status }}</output>',
    setup() {
      used = useMeshesEmbed(options, container);
      return { ...used, shown };
    },
  });
  page().mount(app);
  if (!used) throw new Error('The layout was not set up.');
  return used;
}
const shownStatus = (expected: string): Promise<void> =>
  until(() => expect(page().find('output')?.textContent).toBe(expected));

test('gives a container, the view and the handle', async () => {
  const { backend, iframes } = page();
  const { container, view, refresh, relaunch, diagnose } = showLayout(backend.options);
  expect(view.value.status).toBe('idle');
  await shownStatus('live');
  expect(container.value?.contains(iframes()[0] ?? null)).toBe(true);
  expect(isReadonly(view)).toBe(true);
  refresh();
  await until(() => expect(backend.refreshes).toHaveLength(1));
  relaunch({ page: 'rules' });
  await until(() => expect(backend.launches).toEqual(['dashboard', 'rules']));
  await shownStatus('live');
  expect(JSON.stringify(diagnose())).toContain(view.value.sessionId);
});

test('follows a container that comes later and goes again', async () => {
  const { backend, iframes } = page();
  const shown = ref(false);
  showLayout(backend.options, shown);
  await shownStatus('idle');
  shown.value = true;
  await shownStatus('live');
  shown.value = false;
  await shownStatus('idle');
  expect(iframes()).toHaveLength(0);
  expect(backend.launches).toHaveLength(1);
});

test('takes a template ref of the page’s own', async () => {
  const container = shallowRef(null);
  expect(showLayout(page().backend.options, ref(true), container).container).toBe(container);
  await shownStatus('live');
  expect(container.value).toHaveProperty('dataset.meshesStatus', 'live');
});

type Titled = { title: string };
const kinds: [
  string,
  (options: MeshesEmbedOptions & Titled) => { given: MaybeRefOrGetter<MeshesEmbedOptions>; titled: () => Titled },
][] = [
  [
    'reactive',
    (options) => [reactive(options)].map((given) => ({ given: given as MeshesEmbedOptions, titled: () => given }))[0]!,
  ],
  [
    'a ref',
    (options) =>
      [ref(options)].map((given) => ({ given: given as Ref<MeshesEmbedOptions>, titled: () => given.value }))[0]!,
  ],
  [
    'a getter',
    (options) =>
      [reactive({ title: options.title })].map((given) => ({
        given: () => ({ ...options, ...given }),
        titled: () => given,
      }))[0]!,
  ],
];

for (const [name, make] of kinds) {
  test(`follows options that are ${name}, in place`, async () => {
    const { backend, iframes } = page();
    const { given, titled } = make({ ...backend.options, title: 'First' });
    showLayout(given);
    await shownStatus('live');
    const [iframe] = iframes();
    titled().title = 'Second';
    await until(() => expect(iframe?.title).toBe('Second'));
    expect(iframes()).toEqual([iframe]);
    expect(backend.launches).toHaveLength(1);
  });
}

test('hands nothing of Vue’s on to the embed', async () => {
  const { backend } = page();
  vi.mocked(createMeshesEmbed).mockClear();
  const options = ref<MeshesEmbedOptions>({
    ...backend.options,
    endpoint: new URL('/api/meshes', location.href),
    expected: { workspaceId: 'workspace' },
  });
  showLayout(options);
  const { calls, results } = vi.mocked(createMeshesEmbed).mock;
  const update = vi.spyOn(results[0]?.value, 'update');
  await shownStatus('live');
  expect(update).not.toHaveBeenCalled();
  options.value = { ...options.value, expected: { workspaceId: 'another' } };
  await nextTick();
  for (const given of [calls[0]?.[0], update.mock.lastCall?.[0]]) {
    expect(given).toMatchObject({ endpoint: expect.any(URL), expected: { workspaceId: expect.any(String) } });
    expect([given, ...Object.values(given ?? {})].filter(isProxy)).toEqual([]);
  }
});
