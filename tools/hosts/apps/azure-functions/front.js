// What the host of Azure Functions does: a request becomes the library's HttpRequest, whose body has come already, and
// what the function returns its HttpResponse.
import { createServer } from 'node:http';
import { HttpRequest, HttpResponse } from '@azure/functions';
import { handle } from './meshes.js';

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = `http://${request.headers.host}${request.url}`;
  const body = chunks.length > 0 && { body: { bytes: Buffer.concat(chunks) } };
  const given = new HttpRequest({ method: request.method, url, headers: request.headers, ...body });
  const answer = new HttpResponse(await handle(given));
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(Buffer.from(await answer.arrayBuffer()));
}).listen(process.env.PORT);
