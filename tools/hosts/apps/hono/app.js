import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { createSessions } from './sessions.js';

const sessions = createSessions(process.env);

const app = new Hono();
app.all('/api/meshes/*', (context) => sessions(context.req.raw));

serve({ fetch: app.fetch, port: Number(process.env.PORT) });
