import { createServer } from 'node:http';
import { toNodeHandler } from '@meshes-embed/node';
import { createSessions } from './sessions.js';

const meshes = toNodeHandler(createSessions(process.env));

createServer((request, response) => {
  if (request.url.startsWith('/api/meshes/')) meshes(request, response);
  else response.writeHead(404).end();
}).listen(process.env.PORT);
