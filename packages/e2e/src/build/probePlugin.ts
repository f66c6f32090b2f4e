import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const id = 'meshes-embed-probe';
const probe = fileURLToPath(new URL('../probe/probe.ts', import.meta.url));

/** Puts the specs' probe into an app's page, before the app's own script. */
export function probePlugin(): Plugin {
  return {
    name: 'meshes-embed:probe',
    resolveId: (source) => (source === id ? probe : null),
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes('<head>')) throw new Error('The page has no <head> to put the probe into.');
        return html.replace('<head>', `<head><script type="module">import "${id}";</script>`);
      },
    },
  };
}
