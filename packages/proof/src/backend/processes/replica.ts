// The session handler as a backend mounts it, for many users, each of whom belongs to one of two customers.
import { setTimeout as pause } from 'node:timers/promises';
import { createMeshesClient, createSessionHandler, toNodeHandler, type MeshesClientOptions } from '@meshes-embed/node';
import { workspaceOf } from '../users.ts';
import { serve, settings } from './serve.ts';

const { port, workspaces, ...options } = settings<
  MeshesClientOptions & { readonly port: number; readonly workspaces: readonly string[] }
>();
const handler = createSessionHandler({
  client: createMeshesClient(options),
  async authorize(request) {
    const user = /(?:^|;\s*)user=(\w+)/.exec(request.headers.get('cookie') ?? '')?.[1];
    // A look into a store of sign-ins; of two at once the later one may be the first to know.
    await pause(Math.random() * 4);
    return user
      ? { subject: user, workspace_id: workspaceOf(user, workspaces), external_user_id: user, role: 'admin' }
      : null;
  },
  // What fails on purpose fills no log.
  onError: () => {},
});
serve(toNodeHandler(handler), port);

process.on('message', () => {
  // Twice, as the first one runs finalizers whose objects only the second one takes.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.send?.({ heap: heapUsed + external, rss });
});
