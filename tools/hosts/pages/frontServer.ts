import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMeshesClient, createSessionHandler, toNodeHandler } from '@meshes-embed/node';
import type { Sandbox } from '@meshes-embed/sandbox';

/** A server in front of an app: it has the session route, and all else is the app's. */
export interface FrontServer {
  readonly url: string;
  close(): void;
}

/** Starts it. Everyone is signed in there. @param port - of the app behind it */
export async function startFrontServer(port: number, sandbox: Sandbox): Promise<FrontServer> {
  const { organizationId, accessKey, secretKey, apiUrl, workspaces } = sandbox;
  const sessions = toNodeHandler(
    createSessionHandler({
      client: createMeshesClient({ organizationId, accessKey, secretKey, baseUrl: apiUrl }),
      authorize: () => ({ subject: 'ada', workspace_id: workspaces[0]?.id ?? '', role: 'admin' }),
    }),
  );
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method, url = '', headers } = incoming;
    if (url.startsWith('/api/meshes/')) {
      void sessions(incoming, outgoing);
      return;
    }
    const onward = request({ host: 'localhost', port, method, path: url, headers }, (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };
  const server = createServer(answer).listen(0, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
