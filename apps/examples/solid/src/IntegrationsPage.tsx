import { type LaunchPage } from '@meshes-embed/element/solid';
import { createSignal, For } from 'solid-js';

const pages: readonly LaunchPage[] = ['dashboard', 'connections', 'rules', 'events'];

export function IntegrationsPage() {
  const [page, setPage] = createSignal<LaunchPage>('dashboard');
  return (
    <>
      <nav aria-label="Integrations">
        <For each={pages}>
          {(one) => (
            <button type="button" data-page={one} aria-pressed={page() === one} onClick={() => setPage(one)}>
              {one}
            </button>
          )}
        </For>
      </nav>
      {/* allowInsecureLocalhost is for a sandbox on your own machine; it admits nothing but loopback. */}
      <meshes-embed
        endpoint="/api/meshes"
        title="Integrations"
        prop:minHeight={600}
        prop:allowInsecureLocalhost={true}
        prop:page={page()}
        on:pagechange={({ detail }) => setPage(detail)}
      />
    </>
  );
}
