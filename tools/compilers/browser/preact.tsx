/** @jsxImportSource preact */
import '@meshes-embed/element/preact';
export const page = () => (
  <meshes-embed endpoint="/api/meshes" minHeight={600} onnavigate={({ detail }) => detail.page} />
);
