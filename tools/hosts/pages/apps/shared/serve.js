import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';

const types = { '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css' };

/** Serves a page that is rendered for each request, and the files that its build made for browsers. */
export function serve(render, files = 'dist/client') {
  createServer(async (request, response) => {
    const path = new URL(request.url, 'http://localhost').pathname;
    try {
      if (path === '/') {
        const html = await render();
        response.setHeader('content-type', 'text/html; charset=utf-8').end(html);
      } else {
        const body = await readFile(join(files, path));
        response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream').end(body);
      }
    } catch (error) {
      console.error(error);
      response.writeHead(404).end();
    }
  }).listen(process.env.PORT, '127.0.0.1');
}
