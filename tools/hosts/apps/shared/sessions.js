import { createMeshesClient, createSessionHandler } from '@meshes-embed/node';

export function createSessions(env) {
  const client = createMeshesClient({
    organizationId: env.MESHES_ORGANIZATION_ID,
    accessKey: env.MESHES_ACCESS_KEY,
    secretKey: env.MESHES_SECRET_KEY,
    baseUrl: env.MESHES_BASE_URL,
  });
  return createSessionHandler({
    client,
    allowedOrigins: ['https://partner.example'],
    async authorize(request) {
      const user = signedInUser(request);
      return user && { subject: user, workspace_id: env.WORKSPACE_ID, allowed_origins: ['https://app.example.com'] };
    },
  });
}

// Your own sign-in goes here; a cookie that says who it is can be forged.
function signedInUser(request) {
  return /(?:^|;\s*)user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
}
