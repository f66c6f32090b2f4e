import { createServer } from 'vite';
import { visualizer } from '@meshes-embed/app-demo/apps';

/** What the visualizer draws for docs/, by its path from there. Vite runs the app's own sources, JSX and styles included. */
export async function drawCharts(): Promise<ReadonlyMap<string, string>> {
  const vite = await createServer({
    root: visualizer.folder,
    logLevel: 'warn',
    appType: 'custom',
    // Nothing is served, so that nothing has to be prepared for a browser.
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  try {
    const { chartDocuments } = await vite.ssrLoadModule('/src/docs/chartDocuments.ts');
    return (await chartDocuments()) as ReadonlyMap<string, string>;
  } finally {
    await vite.close();
  }
}
