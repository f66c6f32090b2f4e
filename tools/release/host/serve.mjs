// Runs in a host that has installed the packages: the built page and its session route at one origin, with Meshes on this
// machine. Prints one line of JSON once it serves.
import { startSandbox } from '@meshes-embed/sandbox';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { createBackend } from './backend.ts';

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

const server = createServer().listen(0, 'localhost');
await once(server, 'listening');
const url = `http://localhost:${server.address().port}`;
const { organizationId, accessKey, secretKey, apiUrl, workspaces } = await startSandbox({ apiPort: 0, embedPort: 0 });
const backend = createBackend({ organizationId, accessKey, secretKey, baseUrl: apiUrl }, workspaces[0].id, [url]);

server.on('request', async (request, response) => {
  if (request.url.startsWith('/api/meshes/')) return backend(request, response);
  const path = normalize(new URL(request.url, url).pathname);
  const file = path === '/' ? '/index.html' : path;
  try {
    const content = await readFile(join('dist', file));
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});
console.log(JSON.stringify({ url, workspace: workspaces[0].name, stats: `${apiUrl}/__sandbox/stats` }));
