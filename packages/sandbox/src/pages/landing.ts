import { html } from 'hono/html';
import { faultExamples } from '../faults/faultExamples.ts';
import type { SandboxState } from '../state/sandboxState.ts';
import type { Page } from './page.ts';

/** What one finds at `apiUrl`: what this is, its keys, and how to make things go wrong. */
export function apiLandingPage(state: SandboxState): Page {
  const { apiUrl, embedUrl } = state.addresses;
  const { organizationId, accessKey, secretKey } = state.credentials;
  return {
    title: 'Meshes sandbox',
    body: html`<main>
<p class="mark">Meshes sandbox</p>
<h1>Management API and control plane</h1>
<p>Meshes on this machine, for development and tests. The management API is at <code>${apiUrl}/api/v1</code>, the embed at <a href="${embedUrl}/">${embedUrl}</a>. All data lives in memory.</p>
<h2>Machine key</h2>
<dl>
<dt>Organization</dt><dd><code>${organizationId}</code></dd>
<dt>Access key</dt><dd><code>${accessKey}</code></dd>
<dt>Secret key</dt><dd><code>${secretKey}</code></dd>
</dl>
<h2>Workspaces</h2>
<dl>
${state.workspaces.map(({ id, name, resources }) => html`<dt>${name}</dt><dd><code>${id}</code><br>${resources.map((one) => `${one.resource} ${one.resource_id}`).join(', ')}</dd>`)}
</dl>
<h2>What happens</h2>
<p><a href="/__sandbox/stats">Counters</a>, <a href="/__sandbox/faults">faults in force</a>, <a href="/__sandbox/workspaces">workspaces</a>.</p>
<pre>curl -X POST ${apiUrl}/__sandbox/reset
curl -X POST ${apiUrl}/__sandbox/sessions/SESSION_ID/expire
curl -X POST ${apiUrl}/__sandbox/sessions/SESSION_ID/rotate
curl -X POST ${apiUrl}/__sandbox/sessions/SESSION_ID/revoke</pre>
<h2>Make it go wrong</h2>
<p>A fault stays until it is deleted, or for its <code>times</code>. One for a single session takes a <code>session_id</code>, where the fault is about sessions.</p>
<dl class="long">
${faultExamples.map(({ fault, does }) => html`<dt><code>${fault.fault}</code></dt><dd>${does}<pre>curl ${apiUrl}/__sandbox/faults -d '${JSON.stringify(fault)}'</pre></dd>`)}
</dl>
<pre>curl -X DELETE ${apiUrl}/__sandbox/faults</pre>
</main>`,
  };
}

/** What one finds at `embedUrl`. */
export function embedLandingPage({ addresses }: SandboxState): Page {
  return {
    title: 'Meshes sandbox: embed',
    body: html`<main class="card">
<p class="mark">Meshes sandbox</p>
<h1>This is the embed's origin</h1>
<p>Its pages open inside a host's iframe, by a launch URL: <code>/workspace/&lt;page&gt;?launch=…</code></p>
<p class="quiet">Mint a session at <a href="${addresses.apiUrl}/">the management API</a> to get one; keys and faults stand there too.</p>
</main>`,
  };
}
