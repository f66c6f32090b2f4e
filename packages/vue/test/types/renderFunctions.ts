import { createApp, h, ref, type Ref } from 'vue';
import {
  MeshesEmbed,
  useMeshesEmbed,
  type EmbedStatus,
  type LaunchPage,
  type MeshesEmbedProps,
} from '../../src/index.ts';

/** What the compiler has to take and to refuse outside of templates. */
export function outsideOfTemplates(page: Ref<LaunchPage>): unknown[] {
  const props: MeshesEmbedProps = { endpoint: '/api/meshes', onResize: (height) => height.toFixed() };
  const { view, relaunch } = useMeshesEmbed(() => ({ endpoint: '/api/meshes', page: page.value }));
  const status: EmbedStatus = view.value.status;
  // @ts-expect-error the view is the embed's to change
  view.value = { ...view.value };
  // @ts-expect-error nothing says where sessions come from
  useMeshesEmbed({});
  // @ts-expect-error nothing says where sessions come from
  h(MeshesEmbed, {});
  // @ts-expect-error there is no such page
  useMeshesEmbed(ref({ endpoint: '/api/meshes', page: 'members' }));
  const app = createApp(MeshesEmbed, { endpoint: '/api/meshes' }).component('MeshesEmbed', MeshesEmbed);
  // @ts-expect-error there is no such page
  return [app, status, relaunch, h(MeshesEmbed, props), h(MeshesEmbed, { endpoint: '/api/meshes', page: 'members' })];
}
