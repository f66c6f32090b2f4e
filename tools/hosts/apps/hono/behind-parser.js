import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { createSessions } from './sessions.js';

const sessions = createSessions(process.env);

const app = new Hono();
app.use(async (context, next) => {
  console.log((await context.req.text()).length); // a middleware that looks at the body
  await next();
  setCookie(context, 'seen', '1');
});
app.all('/api/meshes/*', async ({ req }) => sessions(req.raw, { body: await req.text() }));

serve({ fetch: app.fetch, port: Number(process.env.PORT) });
