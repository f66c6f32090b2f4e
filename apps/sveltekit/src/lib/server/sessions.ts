import {
  APP_ORIGIN,
  MESHES_ACCESS_KEY,
  MESHES_BASE_URL,
  MESHES_ORGANIZATION_ID,
  MESHES_SECRET_KEY,
} from '$app/env/private';
import { createMeshesClient, createSessionHandler, type SessionHandler } from '@meshes-embed/node';
import { getRequestEvent } from '$app/server';
import { signedInUser } from './signIn.ts';

function createSessions(): SessionHandler {
  return createSessionHandler({
    client: createMeshesClient({
      organizationId: MESHES_ORGANIZATION_ID,
      accessKey: MESHES_ACCESS_KEY,
      secretKey: MESHES_SECRET_KEY,
      ...(MESHES_BASE_URL && { baseUrl: MESHES_BASE_URL }),
    }),
    authorize() {
      const user = signedInUser(getRequestEvent().cookies);
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

/** Gives the browser its sessions. Made at the first request: the build loads this file, too, and has no credentials. */
export const sessions: SessionHandler = (request) => {
  handler ??= createSessions();
  return handler(request);
};
