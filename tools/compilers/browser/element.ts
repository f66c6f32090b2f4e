import '@meshes-embed/element';
import type { MeshesEmbedElement } from '@meshes-embed/element/script';
const embed = document.createElement('meshes-embed');
embed.endpoint = '/api/meshes';
embed.addEventListener('navigate', ({ detail }) => detail.page?.length);
export const same: MeshesEmbedElement = embed;
