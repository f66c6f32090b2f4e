import { type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { isolate, withVisualizer, type BoundApp } from '@meshes-embed/app-demo';
import { Hono } from 'hono';
import { specsFolder } from '../build/specsFolder.ts';

interface SessionAnswer {
  access_token?: string;
  launch_url?: string;
  launch_token?: string;
}

const isForMeshes = ({ url }: IncomingMessage): boolean => url?.startsWith('/api/meshes/') === true;

/**
 * Serves an app as it was built for the specs, `/api` handed on to the backend under the app's own host name, and gives
 * a spec what it needs of the network in between, under `/__specs`:
 *
 * - `POST network/{offline|hanging|normal}` ends each request to the backend, leaves those about sessions unanswered, or hands all on
 * - `GET pending` how many that ask for a session are unanswered; they stay so until the page gives them up. A screen that was
 *   left may still end its session: that does not count
 * - `GET secrets` the tokens that the backend gave out since the last `DELETE secrets`
 * - `?policy=…` in the page's address serves it with that Content-Security-Policy
 * - `?isolated=yes` serves it cross-origin isolated, as the demo does
 */
export function serveBuiltApp({ app, server }: BoundApp, backendUrl: string, visualizerUrl: string): void {
  const secrets = new Set<string>();
  const pending = new Set<IncomingMessage>();
  let network = 'normal';

  const pages = new Hono();
  pages.post('/__specs/network/:state', (context) => {
    network = context.req.param('state');
    return context.body(null, 204);
  });
  pages.get('/__specs/pending', (context) =>
    context.json([...pending].filter(({ method }) => method === 'POST').length),
  );
  pages.get('/__specs/secrets', (context) => context.json([...secrets]));
  pages.delete('/__specs/secrets', (context) => {
    secrets.clear();
    return context.body(null, 204);
  });
  pages.use('/', async (context, next) => {
    await next();
    const policy = context.req.query('policy');
    const html = withVisualizer(await context.res.text(), visualizerUrl);
    context.res = undefined;
    context.res = new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...(policy !== undefined && { 'content-security-policy': policy }),
      },
    });
  });
  // Named after what is in them, so a browser that opens hundreds of pages need not compile them each time.
  pages.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('cache-control', 'public, max-age=31536000, immutable');
  });
  pages.use('/*', serveStatic({ root: join(app.folder, specsFolder) }));
  // The routes of an example are its router's: each of them is the same page.
  pages.get('/integrations/*', serveStatic({ root: join(app.folder, specsFolder), path: 'index.html' }));
  const listener = getRequestListener(pages.fetch, { overrideGlobalObjects: false });

  function note({ access_token: accessToken, launch_url: launchUrl, launch_token: launchToken }: SessionAnswer): void {
    const inUrl = launchUrl === undefined ? null : new URL(launchUrl, backendUrl).searchParams.get('launch');
    for (const secret of [accessToken, launchToken, inUrl]) if (secret) secrets.add(secret);
  }

  /** The backend tells a same-origin request by the host's name in it, so the request goes on as the browser sent it. */
  function handOn(request: IncomingMessage, response: ServerResponse): void {
    if (network === 'offline') {
      request.destroy();
      return;
    }
    if (network === 'hanging' && isForMeshes(request)) {
      pending.add(request);
      response.on('close', () => pending.delete(request));
      return;
    }
    const onward = ask(
      new URL(request.url ?? '/', backendUrl),
      { method: request.method, headers: request.headers },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.on('end', () => {
          if (isForMeshes(request) && answer.statusCode === 200 && answer.headers['content-type']?.includes('json'))
            note(JSON.parse(text) as SessionAnswer);
          response.writeHead(answer.statusCode ?? 502, answer.headers).end(text);
        });
      },
    );
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  }

  server.on('request', (request, response) => {
    if (request.url?.startsWith('/api/')) handOn(request, response);
    else {
      isolate(request, response);
      void listener(request, response);
    }
  });
}
