import { callbackNames, settingNames } from '@meshes-embed/core/adapter';
import { expect, test } from 'vitest';
import { createSSRApp, defineComponent, h } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { MeshesEmbed, useMeshesEmbed } from '../src/index.ts';

test('a server renders an empty container, with the loading display and the place it takes', async () => {
  const html = await renderToString(
    h(MeshesEmbed, { endpoint: '/api/meshes', 'data-testid': 'embed', class: 'card', minHeight: 600 }),
  );
  expect(html).toBe(
    '<div tabindex="-1" class="card" style="position:relative;min-height:600px;">' +
      '<div data-testid="embed" data-meshes-status="idle" aria-busy="true"></div>' +
      '<div role="status" dir="auto" style="position:absolute;inset:0;display:grid;place-content:center;justify-items:center;gap:12px;padding:24px;text-align:center;">Loading…</div>' +
      '</div>',
  );
});

test('E4: a server asks for no session, and no option is in its markup', async () => {
  const fetchSession = () => Promise.reject(new Error('asked on the server'));
  const props = {
    fetchSession,
    refreshSession: fetchSession,
    title: 'Integrations',
    expected: { workspaceId: 'workspace-1' },
  };
  expect(await renderToString(h(MeshesEmbed, props, { loading: () => [] }))).not.toMatch(
    /iframe|Integrations|workspace-1|Loading/,
  );
});

test('the composable gives a server the idle view', async () => {
  const OwnLayout = defineComponent(() => {
    const { container, view } = useMeshesEmbed({ endpoint: '/api/meshes' });
    return () => h('section', { ref: container }, `${view.value.status} ${view.value.sessionId ?? 'no session'}`);
  });
  expect(await renderToString(createSSRApp(OwnLayout))).toBe('<section>idle no session</section>');
});

test('every setting is a prop, and every callback an event', () => {
  const { props, emits } = MeshesEmbed as unknown as { props: Record<string, unknown>; emits: string[] };
  expect(Object.keys(props)).toEqual([...settingNames]);
  expect(emits.map((event) => `on-${event.replaceAll(/[A-Z]/g, '-$&').toLowerCase()}`)).toEqual([
    ...callbackNames.map((name) => name.replaceAll(/[A-Z]/g, '-$&').toLowerCase()),
    // What `v-model:page` listens to.
    'on-update:page',
  ]);
});
