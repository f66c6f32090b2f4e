import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { SignJWT } from 'jose';

const port = Number(process.env.PORT ?? 3000);
const meshes = JSON.parse(await readFile('sandbox.json', 'utf8'));

async function callMeshes(path, body) {
  const jwt = await new SignJWT({ org: meshes.organizationId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: meshes.accessKey })
    .setIssuer(`urn:meshes:m2m:${meshes.accessKey}`)
    .setAudience('meshes-api')
    .setIssuedAt()
    .setExpirationTime('30s')
    .sign(new TextEncoder().encode(meshes.secretKey));
  const headers = { authorization: `Bearer ${jwt}`, 'content-type': 'application/json' };
  const response = await fetch(`${meshes.apiUrl}/api/v1${path}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(body),
  });
  return { status: response.status, type: 'application/json', body: await response.text() };
}

async function answer(method, path) {
  if (method === 'GET' && path === '/')
    return { status: 200, type: 'text/html', body: await readFile(new URL('host.html', import.meta.url)) };
  if (method === 'POST' && path === '/sessions') {
    return callMeshes('/sessions', {
      workspace_id: meshes.workspaces[0].id,
      role: 'admin',
      allowed_origins: [`http://127.0.0.1:${port}`],
    });
  }
  if (method === 'POST' && /^\/sessions\/[\w-]+\/refresh$/.test(path)) return callMeshes(path, {});
  return { status: 404, type: 'text/plain', body: 'Not found' };
}

createServer(async (request, response) => {
  const { status, type, body } = await answer(request.method, request.url);
  response.writeHead(status, { 'content-type': type }).end(body);
}).listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${port}`));
