import { type LaunchPage } from '@meshes-embed/element/preact';
import { useState } from 'preact/hooks';

const pages: readonly LaunchPage[] = ['dashboard', 'connections', 'rules', 'events'];

export function IntegrationsPage() {
  const [page, setPage] = useState<LaunchPage>('dashboard');
  return (
    <>
      <nav aria-label="Integrations">
        {pages.map((one) => (
          <button type="button" key={one} data-page={one} aria-pressed={page === one} onClick={() => setPage(one)}>
            {one}
          </button>
        ))}
      </nav>
      {/* allowInsecureLocalhost is for a sandbox on your own machine; it admits nothing but loopback. */}
      <meshes-embed
        endpoint="/api/meshes"
        title="Integrations"
        minHeight={600}
        allowInsecureLocalhost
        page={page}
        onpagechange={({ detail }) => setPage(detail)}
      />
    </>
  );
}
