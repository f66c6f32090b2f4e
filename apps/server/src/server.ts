import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { customers } from './accounts.ts';
import { createApp, type AppOptions } from './app.ts';

/** How to start the sample backend. */
export interface ServerOptions extends AppOptions {
  /** On loopback; 0 takes any free one. */
  readonly port: number;
}

/** A running sample backend. */
export interface RunningServer {
  /** Its origin, without a slash at the end. */
  readonly url: string;
  /** Stops serving and ends open connections. May be called again. */
  close(): Promise<void>;
}

/**
 * Starts the sample backend on 127.0.0.1. Resolves once it serves.
 *
 * @throws Error when there are fewer workspaces than customers, when an option is refused, or when the port is taken.
 */
export async function startServer({ port, ...options }: ServerOptions): Promise<RunningServer> {
  const { length } = options.meshes.workspaces;
  if (length < customers.length)
    throw new Error(
      `meshes.workspaces: expected ${customers.length}, one for each customer of the demo, got ${length}.`,
    );
  const server = createAdaptorServer({ fetch: createApp(options).fetch, overrideGlobalObjects: false }) as Server;
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
