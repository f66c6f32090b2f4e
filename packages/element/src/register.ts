import { MeshesEmbedElement } from './MeshesEmbedElement.ts';

const tag = 'meshes-embed';

// A server knows no custom elements. Who comes second leaves the tag to who has it: a page may load a package twice.
if (globalThis.customElements?.get(tag))
  console.warn(
    `<${tag}> is defined already, by another copy of @meshes-embed/element or by other code; that one stays.`,
  );
else globalThis.customElements?.define(tag, MeshesEmbedElement);

declare global {
  interface HTMLElementTagNameMap {
    'meshes-embed': MeshesEmbedElement;
  }
}
