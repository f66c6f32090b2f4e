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
    authorize({ headers }) {
      const user = signedInUser(headers);
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

/** Gives the browser its sessions. Made at the first request, so that the page still comes where credentials are missing. */
export const sessions: SessionHandler = (request) => {
  handler ??= createSessions();
  return handler(request);
};
