// The backend with Meshes on this machine, for the page that Vite serves.
import { createServer } from 'node:http';
import { startSandbox } from '@meshes-embed/sandbox';
import { createBackend } from './backend.ts';

const { organizationId, accessKey, secretKey, apiUrl, workspaces } = await startSandbox({ apiPort: 0, embedPort: 0 });
const backend = createBackend({ organizationId, accessKey, secretKey, baseUrl: apiUrl }, workspaces[0]!.id, [
  'http://localhost:5173',
]);
createServer(backend).listen(4001, '127.0.0.1', () => console.log('The backend serves at http://127.0.0.1:4001'));
