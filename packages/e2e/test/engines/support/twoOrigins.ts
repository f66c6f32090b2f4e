import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page with a frame on another origin, far below what is in view, and buttons in both. */
const hostPage = (frameUrl: string): string => `<!doctype html><html lang="en"><title>Host</title>
<style>body { margin: 0 } button { display: block } iframe { display: block; width: 600px; height: 2400px; border: 7px solid }</style>
<button id="first">First</button>
<div style="position: relative; width: 200px"><button id="covered">Covered</button><div style="position: absolute; inset: 0"></div></div>
<div style="height: 1500px"></div>
<button id="far">Far</button>
<iframe id="frame" title="Frame" src="${frameUrl}"></iframe>
<script>
  window.messages = [];
  window.presses = [];
  addEventListener('message', ({ origin, data }) => messages.push({ origin, data }));
  addEventListener('click', ({ target, isTrusted }) => presses.push({ id: target.id, isTrusted }));
  addEventListener('keydown', ({ key, isTrusted }) => presses.push({ key, isTrusted }));
</script>`;

/** Answers each message, and tells of each click. */
const framePage = `<!doctype html><html lang="en"><title>Frame</title>
<style>body { margin: 0 } button { display: block }</style>
<button id="near">Near</button>
<div style="height: 2000px"></div>
<button id="deep">Deep</button>
<script src="/frame.js"></script>`;

const frameScript = `
  addEventListener('message', ({ origin, source, data }) => source.postMessage({ answerTo: data }, origin));
  addEventListener('click', ({ target, isTrusted }) => parent.postMessage({ clicked: target.id, isTrusted }, '*'));
  addEventListener('keydown', ({ key }) => parent.postMessage({ key, focus: document.activeElement.id }, '*'));`;

/** A host and a frame's page, on two origins. */
export interface TwoOrigins {
  readonly hostOrigin: string;
  readonly frameOrigin: string;
  /** The address of the host's page. */
  readonly hostUrl: string;
  /** The address of a page with one line of text. */
  readonly tinyUrl: string;
  close(): Promise<void>;
}

type Page = (request: IncomingMessage) => {
  readonly type?: string;
  readonly body: string;
  readonly headers?: Record<string, string>;
};

async function serve(page: Page): Promise<{ origin: string; server: Server }> {
  const server = createServer((request, response) => {
    const { type = 'text/html', body, headers } = page(request);
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, ...headers }).end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Serves both. The frame's pages allow scripts from files only, as real ones do. */
export async function serveTwoOrigins(): Promise<TwoOrigins> {
  const frame = await serve(({ url }) =>
    url === '/frame.js'
      ? { type: 'text/javascript', body: frameScript }
      : { body: framePage, headers: { 'content-security-policy': "script-src 'self'" } },
  );
  const host = await serve(({ url }) =>
    url === '/tiny' ? { body: '<!doctype html><title>Tiny</title><p>Tiny' } : { body: hostPage(`${frame.origin}/`) },
  );
  const servers = [frame.server, host.server];
  return {
    hostOrigin: host.origin,
    frameOrigin: frame.origin,
    hostUrl: `${host.origin}/`,
    tinyUrl: `${host.origin}/tiny`,
    async close() {
      await Promise.all(
        servers.map(async (server) => {
          server.closeAllConnections();
          server.close();
          await once(server, 'close');
        }),
      );
    },
  };
}
