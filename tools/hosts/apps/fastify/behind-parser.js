import cookie from '@fastify/cookie';
import { toNodeHandler } from '@meshes-embed/node';
import { fastify } from 'fastify';
import { createSessions } from './sessions.js';

const app = fastify();
app.register(cookie);
app.addHook('onRequest', async (request, reply) => void reply.setCookie('seen', '1'));
app.all('/api/meshes/*', toNodeHandler(createSessions(process.env)));

await app.listen({ port: Number(process.env.PORT) });
