import { inspect, testIds } from '@meshes-embed/app-shared';
import { fromMarkup } from './fromMarkup.ts';

/** Another embed on the same screen: as plain HTML, with nothing but attributes and a listener. */
export function secondEmbed(): HTMLElement {
  const element = fromMarkup(`
    <section class="card" aria-label="Events">
      <meshes-embed data-testid="${testIds.secondEmbed}" endpoint="/api/meshes" allow-insecure-localhost page="events" title="Events"></meshes-embed>
    </section>`);
  inspect('Events', element.querySelector('meshes-embed'));
  return element;
}
