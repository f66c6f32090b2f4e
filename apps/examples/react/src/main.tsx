import { MeshesEmbed, type LaunchPage } from '@meshes-embed/react';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';

const pages: readonly LaunchPage[] = ['dashboard', 'connections', 'rules', 'events'];

function Integrations() {
  const [page, setPage] = useState<LaunchPage>('dashboard');
  return (
    <>
      <nav aria-label="Integrations">
        {pages.map((one) => (
          <button key={one} value={one} aria-current={one === page ? 'page' : undefined} onClick={() => setPage(one)}>
            {one}
          </button>
        ))}
      </nav>
      {/* allowInsecureLocalhost is for a sandbox on your own machine; it admits nothing but loopback. */}
      <MeshesEmbed
        endpoint="/api/meshes"
        title="Integrations"
        page={page}
        onPageChange={setPage}
        allowInsecureLocalhost
      />
    </>
  );
}

createRoot(document.querySelector('#root') as HTMLElement).render(<Integrations />);
