import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import type { BoundApp } from './serveApp.ts';

/**
 * Serves a site as it is built, on the port it took. It is built at the first request, which waits for that.
 *
 * @param build - builds into `dist/site` of the app's folder
 */
export function serveSite({ app, server }: BoundApp, build: () => Promise<void>): void {
  const folder = join(app.folder, 'dist', 'site');
  let built: Promise<void> | undefined;
  const files = sirv(folder, { dev: true, extensions: ['html'] });
  server.on('request', (request, response) => {
    built ??= build();
    built.then(
      () =>
        files(request, response, () => {
          response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
          createReadStream(join(folder, '404.html')).pipe(response);
        }),
      (error: unknown) => {
        // The next request tries again.
        built = undefined;
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(`The site could not be built.\n\n${error instanceof Error ? error.message : String(error)}\n`);
      },
    );
  });
}
