import { createSessions } from './sessions.js';

const sessions = createSessions(Bun.env);

Bun.serve({ port: Bun.env.PORT, routes: { '/api/meshes/*': (request) => sessions(request) } });
