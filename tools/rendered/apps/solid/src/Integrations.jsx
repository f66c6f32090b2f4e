import '@meshes-embed/element';
import { createSignal } from 'solid-js';

export function Integrations() {
  const [page, setPage] = createSignal('rules');
  return (
    <main>
      <p>{page()}</p>
      <button type="button" onClick={() => setPage('events')}>
        events
      </button>
      <meshes-embed
        endpoint="/api/meshes"
        prop:page={page()}
        on:pagechange={({ detail }) => setPage(detail)}
        prop:minHeight={600}
        prop:allowInsecureLocalhost={true}
      />
    </main>
  );
}
