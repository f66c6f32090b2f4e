import { launchPages, type LaunchPage } from '@meshes-embed/core/protocol';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page server on loopback. */
export interface PageServer {
  readonly url: string;
  close(): void;
}

/** `/sessions?page=rules` asks for the embed's rules. */
function pageOf({ url = '' }: IncomingMessage): LaunchPage | undefined {
  return launchPages.find((page) => page === new URLSearchParams(url.split('?')[1]).get('page'));
}

function contentType({ method, url = '' }: IncomingMessage): string {
  if (method === 'POST') return 'application/json';
  return url.endsWith('.js') ? 'text/javascript' : 'text/html';
}

/**
 * Serves pages and their scripts (paths in `.js`), and answers `POST /sessions` with a fresh session.
 *
 * @param mint - gives the session, for a page of the origin it is told, and the embed's page where the request names one.
 */
export async function servePages(
  pages: ReadonlyMap<string, string>,
  mint: (origin: string, page: LaunchPage | undefined) => Promise<unknown>,
): Promise<PageServer> {
  const server = createServer((request, response) => {
    const html = pages.get(request.url ?? '');
    const answer =
      request.method === 'POST'
        ? mint(url, pageOf(request)).then((session) => JSON.stringify(session))
        : Promise.resolve(html ?? '');
    answer.then(
      (body) => response.writeHead(body ? 200 : 404, { 'content-type': contentType(request) }).end(body),
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
