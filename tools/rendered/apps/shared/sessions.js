import { createMeshesClient, createSessionHandler } from '@meshes-embed/node';

export function createSessions(env) {
  return createSessionHandler({
    client: createMeshesClient({
      organizationId: env.MESHES_ORGANIZATION_ID,
      accessKey: env.MESHES_ACCESS_KEY,
      secretKey: env.MESHES_SECRET_KEY,
      baseUrl: env.MESHES_BASE_URL,
    }),
    authorize: async () => ({ subject: 'user-7', workspace_id: env.WORKSPACE_ID, role: 'admin' }),
  });
}
