import { join } from 'node:path';
import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  isMainModule,
  writeResponseToNodeResponse,
} from '@angular/ssr/node';
import { toNodeHandler } from '@meshes-embed/node';
import express from 'express';
import { createSessions } from '../sessions.js';

const app = express();
const engine = new AngularNodeAppEngine();

app.use('/api/meshes', toNodeHandler(createSessions(process.env)));
app.use(express.static(join(import.meta.dirname, '../browser'), { index: false }));
app.use(async (request, response, next) => {
  const page = await engine.handle(request);
  if (page) await writeResponseToNodeResponse(page, response);
  else next();
});
// The build loads this module, too.
if (isMainModule(import.meta.url)) app.listen(Number(process.env['PORT']), '127.0.0.1');

// What `ng serve` asks.
export const reqHandler = createNodeRequestHandler(app);
