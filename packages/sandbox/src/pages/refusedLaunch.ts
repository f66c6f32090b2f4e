import { html } from 'hono/html';
import type { Page } from './page.ts';

/**
 * What a spent, late or unknown launch token gets (contract §4): for people to read. It holds no script, and so sends no
 * message to the host.
 *
 * @param frameAncestors - who may frame it.
 */
export function refusedLaunchPage(frameAncestors: string): Page {
  return {
    title: 'Invalid or expired embed launch token',
    status: 401,
    frameAncestors,
    body: html`<main class="card">
<p class="mark bad">Meshes workspace</p>
<h1>Invalid or expired embed launch token</h1>
<p>A launch URL opens a workspace once, within a short time after it was made. This one was used before, came too late, or was never valid.</p>
<p class="quiet">Reload the page around this frame: it has to ask for a fresh session and use its launch URL.</p>
</main>`,
  };
}
