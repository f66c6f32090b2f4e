// A Meshes that answers each mint at once, in a process of its own: what is left to measure is the one who asks. It tells
// its address by `process.send`.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

let sessions = 0;

const server = createServer((request, response) => {
  let text = '';
  request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  request.on('end', () => {
    const { workspace_id } = JSON.parse(text) as { workspace_id: string };
    sessions += 1;
    const now = Date.now();
    const session = {
      session_id: `ses_${sessions}`,
      access_token: `eyJhbGciOiJIUzI1NiJ9.${'a'.repeat(300)}.${'b'.repeat(43)}`,
      expires_in: 1800,
      expires_at: new Date(now + 1_800_000).toISOString(),
      workspace_id,
      role: 'member',
      session_type: 'workspace',
      launch_token: `launch-${sessions}`,
      launch_url: `https://embed.meshes.io/workspace/dashboard?launch=launch-${sessions}`,
      launch_expires_at: new Date(now + 30_000).toISOString(),
    };
    const body = JSON.stringify(session);
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.on('disconnect', () => process.exit());
