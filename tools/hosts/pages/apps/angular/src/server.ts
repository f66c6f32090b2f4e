import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  isMainModule,
  writeResponseToNodeResponse,
} from '@angular/ssr/node';
import express from 'express';
import { join } from 'node:path';

const app = express();
const engine = new AngularNodeAppEngine();

app.use(express.static(join(import.meta.dirname, '../browser'), { index: false }));
app.use(async (request, response, next) => {
  const answer = await engine.handle(request);
  if (answer) await writeResponseToNodeResponse(answer, response);
  else next();
});

if (isMainModule(import.meta.url)) app.listen(process.env['PORT']);

export const reqHandler = createNodeRequestHandler(app);
