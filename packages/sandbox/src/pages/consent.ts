import { html } from 'hono/html';
import type { Page } from './page.ts';

/** Asks a person to let the workspace use their account at a provider (contract §7). */
export function consentPage(details: {
  base: string;
  provider: string;
  connection: string;
  workspace: string;
  state: string;
}): Page {
  return {
    title: `Connect ${details.provider}`,
    body: html`<main class="card">
<p class="mark">Meshes sandbox, in place of ${details.provider}</p>
<h1>Let ${details.workspace} use your ${details.provider} account?</h1>
<p>Meshes will send events to it for the connection “${details.connection}”, until you remove that.</p>
<p class="quiet">Nothing leaves this machine: the sandbox plays the provider.</p>
<form method="post" action="${details.base}/oauth/authorize">
<input type="hidden" name="state" value="${details.state}">
<button class="primary" name="decision" value="approve">Approve</button>
<button name="decision" value="cancel">Cancel</button>
</form>
</main>`,
  };
}

/** What the person reads after deciding. */
export function consentDonePage(approved: boolean, connection: string): Page {
  const heading = approved ? 'Connected' : 'Cancelled';
  const words = approved
    ? `“${connection}” is connected and shows in the workspace.`
    : `“${connection}” was not connected.`;
  return {
    title: heading,
    body: html`<main class="card">
<p class="mark ${approved ? 'good' : ''}">Meshes sandbox</p>
<h1>${heading}</h1>
<p>${words} You can close this tab.</p>
</main>`,
  };
}

/** What a consent gets that is over, was decided before, or never began. */
export function consentOverPage(): Page {
  return {
    title: 'This request is over',
    status: 400,
    body: html`<main class="card">
<p class="mark bad">Meshes sandbox</p>
<h1>This request is over</h1>
<p>It was decided before, waited too long, or its session ended. Start again from the connections page.</p>
</main>`,
  };
}
