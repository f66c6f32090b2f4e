import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { MeshesEmbed, useMeshesEmbed } from '../src/index.ts';

test('a server renders an empty container, with the loading display and the place it takes', () => {
  const html = renderToString(
    <MeshesEmbed endpoint="/api/meshes" data-testid="embed" className="card" minHeight={600} />,
  );
  expect(html).toBe(
    '<div tabindex="-1" class="card" style="position:relative;min-height:600px">' +
      '<div data-testid="embed" data-meshes-status="idle" aria-busy="true"></div>' +
      '<div role="status" style="position:absolute;inset:0;display:grid;place-content:center;justify-items:center;gap:12px;padding:24px;text-align:center" dir="auto">Loading…</div>' +
      '</div>',
  );
});

test('E4: a server asks for no session, and no option is in its markup', () => {
  const fetchSession = () => Promise.reject(new Error('asked on the server'));
  const html = renderToString(
    <MeshesEmbed
      fetchSession={fetchSession}
      refreshSession={fetchSession}
      title="Integrations"
      expected={{ workspaceId: 'workspace-1' }}
      loading={null}
    />,
  );
  expect(html).not.toMatch(/iframe|Integrations|workspace-1|Loading/);
});

test('the hook gives a server the idle view', () => {
  function OwnLayout() {
    const { container, view } = useMeshesEmbed({ endpoint: '/api/meshes' });
    return (
      <section ref={container}>
        {view.status} {view.sessionId ?? 'no session'}
      </section>
    );
  }
  expect(renderToString(<OwnLayout />)).toBe('<section>idle<!-- --> <!-- -->no session</section>');
});
