import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { SandboxError } from '../sandboxError.ts';

/** Loopback, so that nothing outside this machine can reach the sandbox. */
const host = '127.0.0.1';

/** A server that answers on loopback. */
export interface LoopbackServer {
  /** Its origin, `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** Ends all connections, even those with a request under way. */
  close(): Promise<void>;
}

/**
 * Serves an app on loopback.
 *
 * @param port - 0 takes any free one.
 * @param option - what the port is called on the command line, for the error.
 * @throws SandboxError `port-taken`
 */
export async function serveOnLoopback(
  app: { fetch(request: Request): Response | Promise<Response> },
  port: number,
  option: string,
): Promise<LoopbackServer> {
  const server = createServer(getRequestListener((request) => app.fetch(request)));
  await listen(server, port, option);
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number, option: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      reject(taken ? new SandboxError('port-taken', portMessage(port, option, error.code)) : error);
    });
    server.listen(port, host, resolve);
  });
}

function portMessage(port: number, option: string, code: string | undefined): string {
  const reason = code === 'EACCES' ? 'is not allowed to this user' : 'is taken by another program';
  return `Port ${port} on ${host} ${reason}. Choose another one with ${option} <port>, or ${option} 0 for any free port.`;
}
