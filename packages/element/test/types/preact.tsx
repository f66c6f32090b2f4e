/** @jsxImportSource preact */
// Not run: the compiler is the test, and an error that is expected and does not come is one.
import { createRef, type VNode } from 'preact';
import type { MeshesEmbedElement } from '../../src/preact.ts';

export function right(): VNode {
  const embed = createRef<MeshesEmbedElement>();
  return (
    <meshes-embed
      ref={embed}
      class="card"
      endpoint="/api/meshes"
      minHeight={600}
      expected={{ role: 'admin' }}
      onnavigate={({ detail }) => detail.page}
      onresize={({ detail }) => detail.toFixed()}
    >
      <p slot="loading">One moment</p>
    </meshes-embed>
  );
}

export function wrong(): VNode[] {
  return [
    // @ts-expect-error -- nothing says where sessions come from
    <meshes-embed />,
    // @ts-expect-error -- no such page
    <meshes-embed endpoint="/api/meshes" page="members" />,
    // @ts-expect-error -- CSS px, as a number
    <meshes-embed endpoint="/api/meshes" minHeight="600px" />,
    // @ts-expect-error -- the value is in detail
    <meshes-embed endpoint="/api/meshes" onresize={(height: number) => height} />,
  ];
}
