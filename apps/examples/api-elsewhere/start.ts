import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { startSandbox, type Sandbox } from '@meshes-embed/sandbox';
import { createServer as createVite } from 'vite';
import { createApi } from './api.ts';

/** The page, the API and the sandbox, each on an origin of its own. */
export interface Running {
  readonly pageUrl: string;
  readonly sandbox: Sandbox;
  close(): Promise<void>;
}

/**
 * Starts all three on free ports.
 *
 * @param onRequest - told of each request that reaches the API
 */
export async function start(onRequest: (request: IncomingMessage) => void = () => {}): Promise<Running> {
  const sandbox = await startSandbox({ apiPort: 0, embedPort: 0 });
  // Its port comes first, as the page has to know it; its routes come last, as they have to know the page's.
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const vite = await createVite({
    root: fileURLToPath(new URL('.', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    server: { port: 0, host: 'localhost' },
    define: {
      'import.meta.env.VITE_API_URL': JSON.stringify(`http://localhost:${(server.address() as AddressInfo).port}`),
      'import.meta.env.VITE_SANDBOX': JSON.stringify('yes'),
    },
  });
  await vite.listen();
  const pageUrl = new URL(vite.resolvedUrls?.local[0] ?? '').origin;
  const { organizationId, accessKey, secretKey, apiUrl: baseUrl, workspaces } = sandbox;
  const api = createApi({
    meshes: { organizationId, accessKey, secretKey, baseUrl },
    workspaceId: workspaces[0]!.id,
    pageOrigin: pageUrl,
  });
  server.on('request', (request, response) => {
    onRequest(request);
    api(request, response);
  });
  return {
    pageUrl,
    sandbox,
    async close() {
      server.closeAllConnections();
      server.close();
      await Promise.all([vite.close(), sandbox.close()]);
    },
  };
}

if (import.meta.main) console.log(`The page: ${(await start()).pageUrl}`);
