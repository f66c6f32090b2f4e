import { testIds } from '@meshes-embed/conformance/screen';
import { fromMarkup } from './fromMarkup.ts';

/** Another embed on the same screen: as plain HTML, with nothing but attributes. */
export function secondEmbed(): HTMLElement {
  return fromMarkup(`
    <section class="card" aria-label="Events">
      <meshes-embed data-testid="${testIds.secondEmbed}" endpoint="/api/meshes" allow-insecure-localhost page="events" title="Events"></meshes-embed>
    </section>`);
}
