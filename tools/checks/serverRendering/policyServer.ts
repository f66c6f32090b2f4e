import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server before another one, which gives its pages a policy. */
export interface PolicyServer {
  readonly port: number;
  /** The port of the server behind it; set before the first request. */
  behind: number;
  close(): void;
}

/** Starts a server that hands on what the one behind it answers, with a Content-Security-Policy on its pages. */
export async function startPolicyServer(policy: string): Promise<PolicyServer> {
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, url, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: server.behind, method, path: url, headers }, (response) => {
      const isPage = response.headers['content-type']?.startsWith('text/html');
      outgoing.writeHead(response.statusCode ?? 502, {
        ...response.headers,
        ...(isPage && { 'content-security-policy': policy }),
      });
      response.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };
  const listener = createServer(answer).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const server = {
    port: (listener.address() as AddressInfo).port,
    behind: 0,
    close() {
      listener.close();
      listener.closeAllConnections();
    },
  };
  return server;
}
