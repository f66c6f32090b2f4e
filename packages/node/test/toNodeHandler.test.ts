import { once } from 'node:events';
import {
  Agent,
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { toNodeHandler, type NodeRequest, type NodeResponse, type SessionHandler } from '../src/index.ts';
import { hang } from './fakeMeshes.ts';
import { testHandler } from './handlerFixtures.ts';

const servers = new Set<Server>();

afterEach(async () => {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
  servers.clear();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.add(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const path = '/api/meshes/sessions';
const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };

async function post(url: string, body: string, more: Record<string, string> = {}): Promise<Response> {
  return await fetch(url + path, { method: 'POST', headers: { ...headers, ...more }, body });
}

describe('node:http', () => {
  test('serves the handler', async () => {
    const { handler, received } = testHandler();
    const url = await serve(toNodeHandler(handler));
    const response = await post(url, '{"page":"rules"}');
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(await response.json()).toMatchObject({ session_id: 'ses_1', grant: expect.any(String) });
    expect(received[0]?.body).toMatchObject({ launch_page: 'rules' });
    expect((await fetch(`${url}${path}`, { method: 'HEAD' })).status).toBe(405);
  });

  test('one connection serves one request after another, also where a body was not read', async () => {
    const seen = new Set<unknown>();
    const { handler } = testHandler({
      authorize: (request) =>
        request.headers.has('x-signed-out')
          ? null
          : { subject: 'a', workspace_id: 'b6c1b0e2-6f0e-4a53-8c39-0d7d2f1a9e01' },
    });
    const nodeHandler = toNodeHandler(handler);
    const url = await serve((request, response) => {
      seen.add(request.socket);
      void nodeHandler(request, response);
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const statuses: number[] = [];
    for (const [body, more] of [
      ['{}', {}],
      ['{}', { 'x-signed-out': '1' }],
      [`"${'x'.repeat(100_000)}"`, {}],
      [`"${'x'.repeat(300_000)}"`, { 'x-signed-out': '1' }],
      ['{}', {}],
    ] as const) {
      statuses.push(
        await new Promise<number>((resolve, reject) => {
          httpRequest(url + path, { method: 'POST', headers: { ...headers, ...more }, agent }, (response) => {
            response.resume().once('end', () => resolve(response.statusCode as number));
          })
            .once('error', reject)
            .end(body);
        }),
      );
    }
    agent.destroy();
    expect(statuses).toEqual([200, 401, 413, 401, 200]);
    expect(seen.size).toBe(1);
  });

  test('F15: who hangs up aborts the call upstream', async () => {
    const { handler, received } = testHandler({ answers: [hang] });
    const url = await serve(toNodeHandler(handler));
    const caller = new AbortController();
    const left = fetch(url + path, { method: 'POST', headers, body: '{}', signal: caller.signal }).catch(
      (error: Error) => error.name,
    );
    await vi.waitUntil(() => received.length === 1);
    caller.abort();
    expect(await left).toBe('AbortError');
    await vi.waitUntil(() => received[0]?.signal.aborted);
  });

  test('who hangs up in the middle of a body is no one to answer', async () => {
    const outcomes: number[] = [];
    const { handler, received } = testHandler();
    const nodeHandler = toNodeHandler(async (request) => {
      const response = await handler(request);
      outcomes.push(response.status);
      return response;
    });
    const url = await serve((request, response) => void nodeHandler(request, response));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"pa`,
    );
    await once(servers.values().next().value as Server, 'request');
    socket.destroy();
    await vi.waitUntil(() => outcomes.length === 1);
    expect([outcomes[0], received.length]).toEqual([499, 0]);
  });

  test('F11: the host is that of the connection, whatever X-Forwarded-* say', async () => {
    const urls: string[] = [];
    const url = await serve(
      toNodeHandler(async (request) => {
        urls.push(request.url);
        return new Response();
      }),
    );
    await post(url, '{}', {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      forwarded: 'host=evil.example',
    });
    expect(urls).toEqual([url + path]);
  });

  test.each([
    ['GET http://evil.example/api HTTP/1.1\r\nHost: app.example\r\n', 'http://app.example/api'],
    ['GET //evil.example/api HTTP/1.1\r\nHost: app.example\r\n', 'http://app.example//evil.example/api'],
    ['GET /api HTTP/1.1\r\nHost: app.example@evil.example\r\n', null],
    ['GET /api HTTP/1.1\r\nHost: app.example/evil\r\n', null],
    ['GET /api HTTP/1.0\r\n', 'http://localhost/api'],
  ])('%j', async (start, expected) => {
    const urls: string[] = [];
    const url = await serve(
      toNodeHandler(async (request) => {
        urls.push(request.url);
        return new Response();
      }),
    );
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(`${start}Connection: close\r\n\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(urls).toEqual(expected === null ? [] : [expected]);
    expect(answer.toString()).toMatch(expected === null ? /^HTTP\/1.1 400/ : /^HTTP\/1.1 200/);
  });

  test('cookies of a handler stay apart, and a handler that rejects is a 500 of our own', async () => {
    const cookies = async (): Promise<Response> =>
      new Response(null, {
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
      });
    const first = await fetch(await serve(toNodeHandler(cookies)));
    expect(first.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    const failing: SessionHandler = async () => {
      throw new Error('canary');
    };
    const second = await fetch(await serve(toNodeHandler(failing)));
    expect([second.status, await second.text()]).toEqual([500, expect.not.stringContaining('canary')]);
  });
});

describe('a body that a parser has read already', () => {
  /** What a body parser of Express leaves behind. */
  async function parsed(request: IncomingMessage & { body?: unknown }, how: (bytes: Buffer) => unknown): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    request.body = how(Buffer.concat(chunks));
  }

  test.each([
    ['an object, as express.json() leaves', (bytes: Buffer) => JSON.parse(bytes.toString())],
    ['bytes, as express.raw() leaves', (bytes: Buffer) => bytes],
    ['text, as express.text() leaves', (bytes: Buffer) => bytes.toString()],
  ])('%s', async (_, how) => {
    const { handler, received } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve(
      (request, response) => void parsed(request, how).then(() => nodeHandler(request, response)),
    );
    expect((await post(url, '{"page":"events"}')).status).toBe(200);
    expect(received[0]?.body).toMatchObject({ launch_page: 'events' });
  });

  test('a form stays refused, though it was parsed into an object', async () => {
    const { handler, received } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve(
      (request, response) =>
        void parsed(request, () => ({ page: 'events' })).then(() => nodeHandler(request, response)),
    );
    expect((await post(url, 'page=events', { 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415);
    expect(received).toHaveLength(0);
  });

  test('64 kB hold for it as well', async () => {
    const { handler } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve(
      (request, response) =>
        void parsed(request, (bytes) => JSON.parse(bytes.toString())).then(() => nodeHandler(request, response)),
    );
    expect((await post(url, JSON.stringify({ x: 'x'.repeat(70_000) }))).status).toBe(413);
  });

  test('an empty object in front of a stream that no one read is not the body', async () => {
    const { handler, received } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve((request, response) => void nodeHandler(Object.assign(request, { body: {} }), response));
    expect((await post(url, '{"page":"events"}')).status).toBe(200);
    expect(received[0]?.body).toMatchObject({ launch_page: 'events' });
  });

  test('3.6: read, and nowhere to be found: 500, and the operator hears why', async () => {
    const { handler, errors } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve(
      (request, response) => void parsed(request, () => undefined).then(() => nodeHandler(request, response)),
    );
    expect((await post(url, '{}')).status).toBe(500);
    expect(errors).toEqual([expect.objectContaining({ code: 'body-read' })]);
  });

  test('nothing sent, nothing read: 400', async () => {
    const { handler, errors } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve(
      (request, response) => void parsed(request, () => undefined).then(() => nodeHandler(request, response)),
    );
    expect([(await post(url, '')).status, errors]).toEqual([400, []]);
  });

  test('3.6: kept elsewhere, as Koa does, it is handed over', async () => {
    const { handler, received } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const serveKoa = async (request: IncomingMessage & { body?: unknown }, response: ServerResponse): Promise<void> => {
      await parsed(request, (bytes) => JSON.parse(bytes.toString()));
      const { body } = request;
      delete request.body;
      await nodeHandler(request, response, { body });
    };
    const url = await serve((request, response) => void serveKoa(request, response));
    expect((await post(url, '{"page":"events"}')).status).toBe(200);
    expect(received[0]?.body).toMatchObject({ launch_page: 'events' });
  });

  test('what is handed over counts, also beside a stream that no one has read', async () => {
    const { handler, received } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve((request, response) => void nodeHandler(request, response, { body: '{"page":"events"}' }));
    expect([(await post(url, `"${'x'.repeat(300_000)}"`)).status, (await post(url, '{}')).status]).toEqual([200, 200]);
    expect(received[0]?.body).toMatchObject({ launch_page: 'events' });
  });

  test("Express's next is no body", async () => {
    const { handler, received } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve((request, response) => void nodeHandler(request, response, () => {}));
    expect((await post(url, '{"page":"events"}')).status).toBe(200);
    expect(received[0]?.body).toMatchObject({ launch_page: 'events' });
  });

  test.each([
    ['that no one has read', false, 200],
    ['that was read', true, 400],
  ])('a getter that throws, on a stream %s', async (_, isRead, status) => {
    const { handler } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const serveVercel = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      if (isRead) for await (const chunk of request) void chunk;
      Object.defineProperty(request, 'body', {
        get: () => {
          throw new Error('Invalid JSON');
        },
      });
      await nodeHandler(request, response);
    };
    const url = await serve((request, response) => void serveVercel(request, response));
    expect((await post(url, '{"page":"events"}')).status).toBe(status);
  });

  test('a framework that wraps both, as Fastify does', async () => {
    const { handler, received } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    let hijacked = 0;
    const wrap = async (raw: IncomingMessage & { body?: unknown }, response: ServerResponse): Promise<void> => {
      await parsed(raw, (bytes) => JSON.parse(bytes.toString()));
      const request: NodeRequest = { raw, body: raw.body };
      const reply: NodeResponse = { raw: response, hijack: () => void (hijacked += 1) };
      delete raw.body;
      await nodeHandler(request, reply);
    };
    const url = await serve((request, response) => void wrap(request, response));
    expect((await post(url, '{"page":"events"}')).status).toBe(200);
    expect([received[0]?.body, hijacked]).toMatchObject([{ launch_page: 'events' }, 1]);
  });

  test('a router that took its mount point off the path', async () => {
    const { handler } = testHandler();
    const nodeHandler = toNodeHandler(handler);
    const url = await serve((request, response) => {
      const mounted = Object.assign(request, { originalUrl: request.url, url: '/' });
      void nodeHandler(mounted, response);
    });
    expect((await post(url, '{}')).status).toBe(200);
  });
});

describe('what is set on the response already', () => {
  const answering: SessionHandler = async () =>
    new Response('{}', {
      headers: [
        ['cache-control', 'no-store'],
        ['vary', 'Cookie, Origin'],
        ['set-cookie', 'ours=1'],
      ],
    });

  test('3.7: stays: cookies, Vary and other headers', async () => {
    const nodeHandler = toNodeHandler(answering);
    const url = await serve((request, response) => {
      response
        .setHeader('set-cookie', ['a=1', 'b=2'])
        .setHeader('vary', ['Accept-Encoding', 'origin'])
        .setHeader('x-frame-options', 'DENY')
        .setHeader('cache-control', 'public')
        .setHeader('content-length', '999');
      void nodeHandler(request, response);
    });
    const answer = await fetch(url);
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2', 'ours=1']);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      vary: 'Accept-Encoding, Origin, Cookie',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
      'content-length': '2',
    });
  });

  test("3.7: a reply with means of its own, as Fastify's, is answered by these", async () => {
    const said: unknown[] = [];
    const nodeHandler = toNodeHandler(answering);
    const url = await serve((raw, response) => {
      const reply = {
        raw: response,
        hijack: () => said.push('hijacked'),
        code: (status: number) => said.push(status),
        header: (name: string, value: string) => said.push([name, value]),
        getHeader: (name: string) => (name === 'vary' ? 'Accept-Encoding' : undefined),
        send: (payload?: Uint8Array) => void response.end(payload),
      };
      void nodeHandler({ raw }, reply);
    });
    expect(await (await fetch(url)).text()).toBe('{}');
    expect(said).toEqual([
      200,
      ['cache-control', 'no-store'],
      ['content-type', 'text/plain;charset=UTF-8'],
      ['vary', 'Accept-Encoding, Cookie, Origin'],
      ['set-cookie', 'ours=1'],
    ]);
  });
});
