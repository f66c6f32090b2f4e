import type { RequestListener } from 'node:http';
import { createMeshesClient, createSessionHandler, toNodeHandler, type MeshesClientOptions } from '@meshes-embed/node';

/**
 * The session route of a backend, which a page's `endpoint` names.
 *
 * @param meshes - the keys of your organization
 * @param pageOrigins - where your pages are served, at most 10 origins: only they may frame the embed
 */
export function createBackend(
  meshes: MeshesClientOptions,
  workspaceId: string,
  pageOrigins: readonly string[],
): RequestListener {
  const sessions = createSessionHandler({
    client: createMeshesClient(meshes),
    // Your own sign-in goes here: who asks, and which workspace is theirs? In this example everyone is the same user.
    authorize: () => ({ subject: 'user-7', workspace_id: workspaceId, role: 'admin', allowed_origins: pageOrigins }),
  });
  return toNodeHandler(sessions);
}
