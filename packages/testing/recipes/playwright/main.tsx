import { MeshesEmbed } from '@meshes-embed/react';
import { createRoot } from 'react-dom/client';

createRoot(document.getElementById('app')!).render(
  <main>
    <h1>Integrations</h1>
    <MeshesEmbed endpoint="/api/meshes" allowInsecureLocalhost />
  </main>,
);
