import { once } from 'node:events';
import { connect, createServer, type ClientHttp2Session, type Http2Server } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toNodeHandler, type SessionHandler } from '../src/index.ts';
import { hang } from './fakeMeshes.ts';
import { testHandler } from './handlerFixtures.ts';

const path = '/api/meshes/sessions';

let server: Http2Server | undefined;
let client: ClientHttp2Session | undefined;

afterEach(async () => {
  client?.destroy();
  server?.close();
  if (server) await once(server, 'close');
});

async function dial(handler: SessionHandler): Promise<{ client: ClientHttp2Session; origin: string }> {
  server = createServer(toNodeHandler(handler)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  client = connect(origin);
  return { client, origin };
}

async function post(
  session: ClientHttp2Session,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/json', ...headers });
  stream.end(body);
  const [answer] = (await once(stream, 'response')) as [Record<string, unknown>];
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += chunk;
  return { status: answer[':status'] as number, text };
}

describe('node:http2', () => {
  test('serves the handler, and its host is that of :authority', async () => {
    const { handler, received } = testHandler();
    const { client: session, origin } = await dial(handler);
    expect((await post(session, '{"page":"rules"}', { origin })).status).toBe(200);
    expect(
      (
        await post(session, '{}', {
          origin: 'http://evil.example',
          host: 'evil.example',
          ':authority': new URL(origin).host,
        })
      ).status,
    ).toBe(403);
    expect((await post(session, `"${'x'.repeat(300_000)}"`, { origin })).status).toBe(413);
    expect((await post(session, '', { origin })).status).toBe(400);
    expect((await post(session, '{"page":"events"}', { origin })).status).toBe(200);
    expect(received.map(({ body }) => (body as { launch_page: string }).launch_page)).toEqual(['rules', 'events']);
  });

  test('F15, 3.9: a stream that is reset aborts the call upstream', async () => {
    const { handler, received } = testHandler({ answers: [hang] });
    const { client: session, origin } = await dial(handler);
    const stream = session.request({ ':method': 'POST', ':path': path, 'content-type': 'application/json', origin });
    stream.on('error', () => {});
    stream.end('{}');
    await vi.waitUntil(() => received.length === 1);
    stream.close(8);
    expect(await vi.waitUntil(() => received[0]?.signal.aborted)).toBe(true);
  });

  test('an answer that arrived aborts nothing', async () => {
    const signals: AbortSignal[] = [];
    const { client: session, origin } = await dial(async ({ signal }) => {
      signals.push(signal);
      return new Response('x'.repeat(100_000));
    });
    expect((await post(session, '{}', { origin })).text).toHaveLength(100_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(signals[0]?.aborted).toBe(false);
  });
});
