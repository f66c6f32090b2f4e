import { MeshesEmbed, type LaunchPage } from '@meshes-embed/react';
import { useState } from 'react';

export function IntegrationsPage() {
  const [page, setPage] = useState<LaunchPage>('dashboard');
  return (
    <main>
      <h1>Integrations: {page}</h1>
      <MeshesEmbed endpoint="/api/meshes" page={page} onPageChange={setPage} />
    </main>
  );
}
