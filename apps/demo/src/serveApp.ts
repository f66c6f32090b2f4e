import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer as createViteServer } from 'vite';
import { insecureHost } from '@meshes-embed/app-shared';
import type { DemoApp } from './apps.ts';
import { freePort } from './freePort.ts';
import { isolate } from './isolate.ts';
import { withVisualizer } from './withVisualizer.ts';

/** An app that has its port and answers nothing yet. */
export interface BoundApp {
  app: DemoApp;
  server: Server;
  port: number;
  /** Gives the port back, and ends the connections to it. */
  close(): Promise<void>;
}

/** Serves an app on the port it took, `/api` handed on to the backend. May resolve with what stops that. */
export type ServeApp = (
  app: BoundApp,
  backendUrl: string,
  visualizerUrl: string,
) => Promise<() => Promise<void>> | void;

/** Takes a port for an app, from `wanted` on; 0 means any. */
export async function bindApp(app: DemoApp, wanted: number): Promise<BoundApp> {
  const server = createHttpServer();
  server.listen(await freePort(wanted), '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { app, server, port: (server.address() as AddressInfo).port, close };
}

/**
 * The origins under which a browser may show an app: both names of the loopback address, and one that leads to the same
 * place and is no secure context, for the screen's page of what can go wrong.
 */
export function originsOf({ port }: BoundApp): string[] {
  return ['localhost', '127.0.0.1', insecureHost].map((host) => `http://${host}:${port}`);
}

/**
 * Serves an app with Vite on the port it took, `/api` handed on to the backend under the app's own host name, the
 * visualizer's address in its page.
 * Resolves with what stops Vite.
 */
export async function serveApp(
  { app, server, port }: BoundApp,
  backendUrl: string,
  visualizerUrl: string,
): Promise<() => Promise<void>> {
  const vite = await createViteServer({
    root: app.folder,
    logLevel: 'warn',
    plugins: [{ name: 'meshes-embed:visualizer', transformIndexHtml: (html) => withVisualizer(html, visualizerUrl) }],
    clearScreen: false,
    server: {
      port,
      middlewareMode: { server },
      ws: { server },
      proxy: { '/api': { target: backendUrl, changeOrigin: false } },
    },
  });
  server.on('request', (request, response) => {
    isolate(request, response);
    vite.middlewares(request, response);
  });
  return () => vite.close();
}
