import '@meshes-embed/element/react';
export const page = () => (
  <meshes-embed endpoint="/api/meshes" minHeight={600} onnavigate={({ detail }) => detail.page} />
);
