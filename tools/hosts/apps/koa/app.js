import { toNodeHandler } from '@meshes-embed/node';
import Koa from 'koa';
import { createSessions } from './sessions.js';

const meshes = toNodeHandler(createSessions(process.env));

const app = new Koa();
app.use((context, next) => {
  if (!context.path.startsWith('/api/meshes/')) return next();
  context.respond = false;
  return meshes(context.req, context.res, { body: context.request.body });
});

app.listen(process.env.PORT);
