import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { SandboxError } from '../sandboxError.ts';

/** A server that answers. */
export interface RunningServer {
  /** Its origin, by an address of this machine. */
  readonly url: string;
  /** Ends all connections, even those with a request under way. */
  close(): Promise<void>;
}

/** Where to serve. */
export interface ServerPlace {
  /** The address to listen on. */
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** What the port is called on the command line, for the error. */
  readonly option: string;
}

/**
 * Serves an app.
 *
 * @throws SandboxError `port-taken`, or `bad-option` where the address is not one of this machine.
 */
export async function serve(
  app: { fetch(request: Request): Response | Promise<Response> },
  place: ServerPlace,
): Promise<RunningServer> {
  const server = createServer(getRequestListener((request) => app.fetch(request)));
  await listen(server, place);
  return {
    url: `http://${reachable(place.host)}:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** How this machine itself reaches what listens on an address: one that stands for all of them is no destination. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function listen(server: Server, place: ServerPlace): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, place) ?? error));
    server.listen(place.port, place.host, resolve);
  });
}

function listenError({ code }: NodeJS.ErrnoException, { host, port, option }: ServerPlace): SandboxError | null {
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return new SandboxError(
      'bad-option',
      `host: this machine has no address ${host}. Expected one of its own, such as 127.0.0.1, or 0.0.0.0 for all of them.`,
    );
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return null;
  const reason = code === 'EACCES' ? 'is not allowed to this user' : 'is taken by another program';
  return new SandboxError(
    'port-taken',
    `Port ${port} on ${host} ${reason}. Choose another one with ${option} <port>, or ${option} 0 for any free port.`,
  );
}
