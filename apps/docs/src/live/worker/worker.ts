// The service worker of the live examples. It keeps nothing, and asks no network: each request below its scope is handed
// to the page that shows the example, which has the sandbox in it, and the answer is handed back.
import { bodiless, type AnswerPart, type GivenUp, type HandedRequest, type WhoAmI } from '../bridgeMessages.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', ({ data, source, ports }) => {
  if ((data as WhoAmI | null)?.type === 'meshes-docs:who-am-i' && source instanceof Client)
    ports[0]?.postMessage(source.id);
});

self.addEventListener('fetch', (event) => {
  const { pathname, search } = new URL(event.request.url);
  const scope = new URL(self.registration.scope).pathname;
  if (!pathname.startsWith(scope)) return;
  // …/<the page that answers>/<one of its worlds>/<path>
  const [, page, world, path] = /^([\w-]{8,})\/(\d+)(\/.*)$/.exec(pathname.slice(scope.length)) ?? [];
  if (page === undefined || world === undefined || path === undefined) return;
  event.respondWith(hand(event.request, page, world, path + search));
});

async function hand(request: Request, page: string, world: string, path: string): Promise<Response> {
  const client = await self.clients.get(page);
  if (client === undefined)
    return new Response('The page with this example was closed.', {
      status: 410,
      headers: { 'content-type': 'text/plain' },
    });
  const { port1, port2 } = new MessageChannel();
  const handed: HandedRequest = {
    type: 'meshes-docs:request',
    url: request.url,
    world,
    path,
    method: request.method,
    headers: [...request.headers],
    body: request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer(),
  };
  const giveUp = (): void => port1.postMessage({ part: 'given-up' } satisfies GivenUp);
  request.signal.addEventListener('abort', giveUp);
  const answer = new Promise<Response>((resolve) => {
    let body: ReadableStreamDefaultController<Uint8Array> | undefined;
    port1.addEventListener('message', ({ data }: MessageEvent<AnswerPart>) => {
      if (data.part === 'no-network') resolve(Response.error());
      if (data.part === 'head') {
        const stream = new ReadableStream<Uint8Array>({
          start: (controller) => void (body = controller),
          cancel: giveUp,
        });
        resolve(
          new Response(bodiless.includes(data.status) ? null : stream, {
            status: data.status,
            headers: data.headers.map(([name, value]): [string, string] => [name, value]),
          }),
        );
      }
      if (data.part === 'chunk') body?.enqueue(data.bytes);
      if (data.part === 'end') body?.close();
    });
    port1.start();
  });
  client.postMessage(handed, [port2]);
  return answer;
}
