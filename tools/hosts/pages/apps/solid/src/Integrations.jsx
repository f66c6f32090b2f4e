import { createSignal } from 'solid-js';

export function Integrations() {
  const [page, setPage] = createSignal('rules');
  return (
    <main>
      <button type="button" onClick={() => setPage('connections')}>
        connections
      </button>
      <output>{page()}</output>
      <meshes-embed
        endpoint="/api/meshes"
        prop:allowInsecureLocalhost={true}
        prop:minHeight={600}
        prop:page={page()}
        on:pagechange={({ detail }) => setPage(detail)}
      />
    </main>
  );
}
