import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import sirv from 'sirv';
import type { BoundApp } from './serveApp.ts';

/** What a browser shows meanwhile, and asks again. */
const waiting =
  '<!doctype html><meta http-equiv="refresh" content="2"><title>One moment</title><body style="font: 16px system-ui; margin: 48px"><h1>The site is being built</h1><p>This takes up to a minute the first time. The page comes by itself.</p>';

/**
 * Serves a site as it is built, on the port it took. It is built at the first request. Browsers are told so meanwhile;
 * any other request waits for it.
 *
 * @param build - builds into `dist/site` of the app's folder
 */
export function serveSite({ app, server }: BoundApp, build: () => Promise<void>): void {
  const folder = join(app.folder, 'dist', 'site');
  let built: Promise<void> | undefined;
  let settled = false;
  const files = sirv(folder, { dev: true, extensions: ['html'] });
  server.on('request', (request, response) => {
    built ??= build().finally(() => {
      settled = true;
    });
    if (!settled && request.headers.accept?.includes('text/html')) {
      response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'retry-after': '2' }).end(waiting);
      built.catch(() => {});
      return;
    }
    built.then(
      () =>
        files(request, response, () => {
          response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
          createReadStream(join(folder, '404.html')).pipe(response);
        }),
      (error: unknown) => {
        // The next request tries again.
        built = undefined;
        settled = false;
        response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(`The site could not be built.\n\n${error instanceof Error ? error.message : String(error)}\n`);
      },
    );
  });
}
