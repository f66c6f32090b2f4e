import type { Plugin } from 'vite';

/** Puts the specs' probe into an app's page, before the app's own script. */
export function probePlugin(): Plugin {
  return {
    name: 'meshes-embed:probe',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        if (!html.includes('<head>')) throw new Error('The page has no <head> to put the probe into.');
        return html.replace('<head>', '<head><script type="module">import "@meshes-embed/conformance/probe";</script>');
      },
    },
  };
}
