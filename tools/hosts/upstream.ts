import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What is answered in the place of Meshes. */
export interface Refusal {
  status: number;
  headers?: Record<string, string>;
}

/** A way to the sandbox that counts what comes, and can keep it waiting. */
export interface Upstream {
  url: string;
  /** How many calls came, are open, were open at once at most, and were given up by the one who called. */
  counts: { received: number; open: number; most: number; givenUp: number };
  /** Keeps calls from now on until it is released. */
  hold(): void;
  release(): void;
  /** Answers each call so; null lets them through. */
  refuse(refusal: Refusal | null): void;
  close(): Promise<void>;
}

/** Starts it on a free port of loopback. */
export async function startUpstream(target: string): Promise<Upstream> {
  const counts = { received: 0, open: 0, most: 0, givenUp: 0 };
  const kept = new Set<() => void>();
  let isHeld = false;
  let refused: Refusal | null = null;

  function forward(request: IncomingMessage, response: ServerResponse): void {
    if (response.destroyed) return;
    const { method, headers } = request;
    const onward = send(new URL(request.url ?? '/', target), { method, headers }, (received) => {
      response.writeHead(received.statusCode ?? 502, received.headers);
      received.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    if (refused === null) return forward(request, response);
    request.resume();
    response.writeHead(refused.status, { 'content-type': 'application/json', ...refused.headers });
    response.end('{"message":"words of Meshes"}');
  }

  const server = createServer((request, response) => {
    counts.received += 1;
    counts.open += 1;
    counts.most = Math.max(counts.most, counts.open);
    const proceed = (): void => answer(request, response);
    response.once('close', () => {
      counts.open -= 1;
      kept.delete(proceed);
      if (!response.writableFinished) counts.givenUp += 1;
    });
    if (isHeld) kept.add(proceed);
    else proceed();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    hold() {
      isHeld = true;
    },
    release() {
      isHeld = false;
      for (const proceed of kept) proceed();
      kept.clear();
    },
    refuse(refusal) {
      refused = refusal;
    },
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
