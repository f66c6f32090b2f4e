import { inspect, testIds } from '@meshes-embed/app-shared';
import { useMeshesEmbed } from '@meshes-embed/react';
import { useEffect, useState, type ReactElement } from 'react';

/** Another embed on the same screen, in a layout of its own: by the hook instead of the component. */
export function SecondEmbed(): ReactElement {
  const { container, view, ...functions } = useMeshesEmbed({
    endpoint: '/api/meshes',
    allowInsecureLocalhost: true,
    page: 'events',
    title: 'Events',
  });
  const [handle] = useState(functions);
  useEffect(() => inspect('Events', handle), [handle]);
  return (
    <section className="card" aria-label="Events">
      <div ref={container} data-testid={testIds.secondEmbed} />
      {view.problem && <p role="alert">{view.problem.message}</p>}
    </section>
  );
}
