import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page server on loopback. */
export interface PageServer {
  readonly url: string;
  close(): void;
}

/**
 * Serves pages, and answers `POST /sessions` with a fresh session.
 *
 * @param mint - gives the session, for a page of the origin it is told.
 */
export async function servePages(pages: ReadonlyMap<string, string>, mint: (origin: string) => Promise<unknown>): Promise<PageServer> {
  const server = createServer((request, response) => {
    const html = pages.get(request.url ?? '');
    const answer = request.method === 'POST' ? mint(url).then((session) => JSON.stringify(session)) : Promise.resolve(html ?? '');
    answer.then(
      (body) => response.writeHead(body ? 200 : 404, { 'content-type': request.method === 'POST' ? 'application/json' : 'text/html' }).end(body),
      () => response.writeHead(502).end(),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
