import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { page } from './dist/server/page.js';
import { createSessions } from './sessions.js';

const sessions = createSessions(process.env);
const app = new Hono();
app.all('/api/meshes/*', (context) => sessions(context.req.raw));
app.get('/', (context) => context.html(page()));
app.use('/*', serveStatic({ root: './dist/client' }));
serve({ fetch: app.fetch, port: Number(process.env.PORT) });
