// The sandbox, and a host's backend and page in front of it, in a process of their own whose dates are set from outside.
import { install } from '@sinonjs/fake-timers';
import { createMeshesClient, createSessionHandler, toNodeHandler } from '@meshes-embed/node';
import { startSandbox, type SandboxStats } from '@meshes-embed/sandbox';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tokenTtlMs } from './plan.ts';

/** What the process is told: first the page's script, then what time it is. ms since epoch */
export type ToBackend = { readonly script: string; readonly now: number } | { readonly now: number };
/** What it tells: where the page is, and what was counted by then. */
export interface FromBackend {
  readonly url: string;
  readonly stats: SandboxStats;
}

async function serve(script: string, now: number): Promise<void> {
  const clock = install({ now, toFake: ['Date'] });
  const sandbox = await startSandbox({ apiPort: 0, embedPort: 0, pages: 'plain', now: () => Date.now() });
  const client = createMeshesClient({ ...sandbox, baseUrl: sandbox.apiUrl });
  const handler = toNodeHandler(
    createSessionHandler({
      client,
      authorize: () => ({
        subject: 'user',
        workspace_id: sandbox.workspaces[0]!.id,
        role: 'admin',
        ttl_seconds: tokenTtlMs / 1_000,
      }),
    }),
  );
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/')) return handler(request, response);
    if (request.url === '/host.js') return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end(
      '<!doctype html><meta charset="utf-8"><title>A day</title><link rel="icon" href="data:,"><script type="module" src="/host.js"></script>',
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tell = (): void => void process.send!({ url, stats: sandbox.stats() } satisfies FromBackend);
  process.on('message', ({ now: then }: ToBackend) => {
    clock.setSystemTime(then);
    tell();
  });
  tell();
}

process.once('message', (message: ToBackend) => 'script' in message && serve(message.script, message.now));
process.on('disconnect', () => process.exit());
