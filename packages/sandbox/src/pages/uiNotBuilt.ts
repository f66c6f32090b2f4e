import { html } from 'hono/html';
import type { Page } from './page.ts';

/** What builds the embed's pages. */
export const uiBuildCommand = 'pnpm --filter @meshes-embed/sandbox build:ui';

/** What a launch gets where the embed's pages were not built. The launch token is not spent. */
export function uiNotBuiltPage(): Page {
  return {
    title: 'The embed pages are not built',
    status: 500,
    frameAncestors: '*',
    body: html`<main class="card">
<p class="mark bad">Meshes sandbox</p>
<h1>The embed pages are not built</h1>
<p>Build them once, then launch again:</p>
<pre>${uiBuildCommand}</pre>
</main>`,
  };
}
