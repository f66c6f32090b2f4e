import { MeshesEmbed, meshesEmbed } from '@meshes-embed/svelte';
import { mount, type ComponentProps } from 'svelte';
const props: ComponentProps<typeof MeshesEmbed> = { endpoint: '/api/meshes', page: 'rules' };
export const made = [mount(MeshesEmbed, { target: document.body, props }), meshesEmbed({ endpoint: '/api/meshes' })];
// @ts-expect-error -- nothing says where sessions come from
meshesEmbed({});
