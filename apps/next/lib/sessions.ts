import { createMeshesClient, createSessionHandler, type SessionHandler } from '@meshes-embed/node';
import { signedInUser } from './signIn';

function createSessions(): SessionHandler {
  const {
    MESHES_ORGANIZATION_ID = '',
    MESHES_ACCESS_KEY = '',
    MESHES_SECRET_KEY = '',
    MESHES_BASE_URL,
    APP_ORIGIN,
  } = process.env;
  return createSessionHandler({
    client: createMeshesClient({
      organizationId: MESHES_ORGANIZATION_ID,
      accessKey: MESHES_ACCESS_KEY,
      secretKey: MESHES_SECRET_KEY,
      // Left out for the real service.
      ...(MESHES_BASE_URL && { baseUrl: MESHES_BASE_URL }),
    }),
    async authorize() {
      const user = await signedInUser();
      if (user === null) return null;
      return {
        subject: user.id,
        workspace_id: user.workspaceId,
        role: 'admin',
        // No one else may frame the workspace of your customer.
        ...(APP_ORIGIN && { allowed_origins: [APP_ORIGIN] }),
      };
    },
  });
}

let handler: SessionHandler | undefined;

/** Gives the browser its sessions. Made at the first request: `next build` loads this file, too, and has no credentials. */
export const sessions: SessionHandler = (request) => {
  handler ??= createSessions();
  return handler(request);
};
