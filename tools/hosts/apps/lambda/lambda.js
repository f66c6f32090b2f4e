import { Hono } from 'hono';
import { handle } from 'hono/aws-lambda';
import { createSessions } from './sessions.js';

const sessions = createSessions(process.env);

const app = new Hono();
app.all('/api/meshes/*', (context) => sessions(context.req.raw));

export const handler = handle(app);
