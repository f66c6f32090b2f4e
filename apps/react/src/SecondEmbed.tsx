import { inspectable, testIds } from '@meshes-embed/conformance/screen';
import { useMeshesEmbed } from '@meshes-embed/react';
import { useState, type ReactElement } from 'react';

/** Another embed on the same screen, in a layout of its own: by the hook instead of the component. */
export function SecondEmbed(): ReactElement {
  const [{ onTrace }] = useState(() => inspectable('Events'));
  const { container, view } = useMeshesEmbed({ endpoint: '/api/meshes', allowInsecureLocalhost: true, page: 'events', title: 'Events', onTrace });
  return (
    <section className="card" aria-label="Events">
      <div ref={container} data-testid={testIds.secondEmbed} />
      {view.problem && <p role="alert">{view.problem.message}</p>}
    </section>
  );
}
