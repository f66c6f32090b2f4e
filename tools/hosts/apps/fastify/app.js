import { toNodeHandler } from '@meshes-embed/node';
import { fastify } from 'fastify';
import { createSessions } from './sessions.js';

const app = fastify();
app.all('/api/meshes/*', toNodeHandler(createSessions(process.env)));

await app.listen({ port: Number(process.env.PORT) });
