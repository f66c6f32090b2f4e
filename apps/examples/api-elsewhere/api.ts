import { createHash, randomBytes } from 'node:crypto';
import type { RequestListener } from 'node:http';
import { createMeshesClient, createSessionHandler, toNodeHandler, type MeshesClientOptions } from '@meshes-embed/node';

/** What the API runs with. */
export interface ApiOptions {
  readonly meshes: MeshesClientOptions;
  readonly workspaceId: string;
  /** The page's origin: another one than the API's. */
  readonly pageOrigin: string;
}

/**
 * An API that knows its users by bearer tokens, and asks for a token against forged requests besides. Its session route
 * lets the page of one other origin in.
 */
export function createApi({ meshes, workspaceId, pageOrigin }: ApiOptions): RequestListener {
  const tokens = new Set<string>();
  const csrfOf = (token: string): string => createHash('sha256').update(`csrf ${token}`).digest('base64url');

  const sessions = toNodeHandler(
    createSessionHandler({
      client: createMeshesClient(meshes),
      allowedOrigins: [pageOrigin],
      authorize(request) {
        const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
        if (token === undefined || !tokens.has(token)) return null;
        if (request.headers.get('x-csrf-token') !== csrfOf(token)) return null;
        return { subject: 'user-7', workspace_id: workspaceId, role: 'admin', allowed_origins: [pageOrigin] };
      },
    }),
  );

  return (request, response) => {
    if (request.url?.startsWith('/meshes/')) return void sessions(request, response);
    if (request.url !== '/sign-in' || request.method !== 'POST') return void response.writeHead(404).end();
    const accessToken = randomBytes(32).toString('base64url');
    tokens.add(accessToken);
    response.writeHead(200, {
      'content-type': 'application/json',
      'access-control-allow-origin': pageOrigin,
      vary: 'origin',
    });
    response.end(JSON.stringify({ accessToken, csrfToken: csrfOf(accessToken) }));
  };
}
