/** @jsxImportSource solid-js */
import '@meshes-embed/element/solid';
export const page = () => (
  <meshes-embed endpoint="/api/meshes" prop:minHeight={600} on:navigate={({ detail }) => detail.page} />
);
