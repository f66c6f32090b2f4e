import { MeshesEmbed, useMeshesEmbed } from '@meshes-embed/vue';
import { h } from 'vue';
export const made = [
  h(MeshesEmbed, { endpoint: '/api/meshes', page: 'rules' }),
  () => useMeshesEmbed({ endpoint: '/api/meshes' }),
];
// @ts-expect-error -- nothing says where sessions come from
h(MeshesEmbed, {});
