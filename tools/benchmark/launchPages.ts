import { join } from 'node:path';
import { root } from '../workspace/paths.ts';
import { bundlePage, pageWith } from './bundlePage.ts';

/**
 * The pages that are raced, by path. Both ask the same route for a session, and both say `window.live` when the token
 * was posted, in ms since their script began. The first is what a developer writes from only the contract (§5).
 */
export async function launchPages(): Promise<ReadonlyMap<string, string>> {
  const byHand = `
    const started = performance.now();
    const session = await (await fetch('/sessions', { method: 'POST' })).json();
    const origin = new URL(session.launch_url).origin;
    const frame = document.createElement('iframe');
    window.addEventListener('message', (event) => {
      if (event.source !== frame.contentWindow || event.origin !== origin) return;
      if (event.data.type === 'meshes:ready') {
        frame.contentWindow.postMessage({ type: 'meshes:auth', token: session.access_token }, origin);
        window.live ??= performance.now() - started;
      }
      if (event.data.type === 'meshes:resize') frame.style.height = Math.max(480, event.data.height) + 'px';
    });
    document.querySelector('main').append(frame);
    frame.src = session.launch_url;`;
  const toolkit = `
    import { createMeshesEmbed } from '@meshes-embed/core';
    const started = performance.now();
    const ask = async () => (await fetch('/sessions', { method: 'POST' })).json();
    createMeshesEmbed({
      allowInsecureLocalhost: true,
      fetchSession: ask,
      refreshSession: ask,
      onStatusChange: (status) => { if (status === 'live') window.live ??= performance.now() - started; },
    }).mount(document.querySelector('main'));`;
  return new Map([
    ['/by-hand', pageWith(byHand)],
    ['/toolkit', pageWith(await bundlePage(join(root, 'tools'), toolkit))],
  ]);
}
