import { createMeshesClient, createSessionHandler, toNodeHandler } from '@meshes-embed/node';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { apiUrl, control } from './sandbox.ts';

/** Your app's backend, in as few lines as it takes; the keys are those of every sandbox. */
const handler = createSessionHandler({
  client: createMeshesClient({
    baseUrl: apiUrl,
    organizationId: process.env['MESHES_ORGANIZATION_ID'],
    accessKey: process.env['MESHES_ACCESS_KEY'],
    secretKey: process.env['MESHES_SECRET_KEY'],
  }),
  async authorize() {
    const { records } = (await control('GET', 'workspaces')) as { records: { id: string }[] };
    return { subject: 'user-1', workspace_id: records[0]!.id, role: 'admin' };
  },
});

export default defineConfig({
  plugins: [
    react(),
    {
      name: 'session-route',
      configureServer({ middlewares }) {
        middlewares.use('/api/meshes', toNodeHandler(handler));
      },
    },
  ],
});
