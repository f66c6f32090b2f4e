import { createMeshesClient, createSessionHandler, MeshesApiError, toNodeHandler } from '@meshes-embed/node';
import { createServer } from 'node:http';
const client = createMeshesClient({ organizationId: 'org', accessKey: 'mk_key', secretKey: 'secret' });
const handler = createSessionHandler({
  client,
  authorize: async (request) => (request.headers.get('cookie') ? { subject: 'user', workspace_id: 'workspace' } : null),
});
createServer((request, response) => void toNodeHandler(handler)(request, response));
export const isRefusal = (error: unknown): boolean => error instanceof MeshesApiError && error.status === 409;
