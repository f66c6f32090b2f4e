/** @jsxImportSource solid-js */
// Not run: the compiler is the test, and an error that is expected and does not come is one.
import type { JSX } from 'solid-js';
import type { MeshesEmbedElement } from '../../src/solid.ts';

export function right(): JSX.Element[] {
  const keep = (element: MeshesEmbedElement): string => element.tagName;
  return [
    <meshes-embed
      ref={keep}
      class="card"
      endpoint="/api/meshes"
      prop:minHeight={600}
      prop:expected={{ role: 'admin' }}
      on:navigate={({ detail }) => detail.page}
      on:resize={({ detail }) => detail.toFixed()}
    >
      <p slot="loading">One moment</p>
    </meshes-embed>,
    <meshes-embed prop:endpoint={new URL('https://example.test/api/meshes')} page="rules" />,
  ];
}

export function wrong(): JSX.Element[] {
  return [
    // @ts-expect-error -- nothing says where sessions come from
    <meshes-embed />,
    // @ts-expect-error -- no such page
    <meshes-embed endpoint="/api/meshes" page="members" />,
    // @ts-expect-error -- CSS px, as a number
    <meshes-embed endpoint="/api/meshes" prop:minHeight="600px" />,
    // @ts-expect-error -- the value is in detail
    <meshes-embed endpoint="/api/meshes" on:resize={(height: number) => height} />,
  ];
}
