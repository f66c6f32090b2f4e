import { app } from '@azure/functions';
import { createSessions } from './sessions.js';

const sessions = createSessions(process.env);

export const handle = (request) => sessions(request);

app.http('meshes', {
  route: 'meshes/{*path}',
  methods: ['POST', 'DELETE', 'OPTIONS'],
  authLevel: 'anonymous',
  handler: handle,
});
