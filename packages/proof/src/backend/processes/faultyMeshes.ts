// The sandbox, behind something that delays, refuses, breaks and loses answers, drawn from a seed.
import { Agent, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from '@meshes-embed/sandbox';
import { createRandom, drawDelay } from '../random.ts';
import { serve, settings } from './serve.ts';

const { seed } = settings<{ readonly seed: number }>();
const random = createRandom(seed);
const sandbox = await startSandbox({ apiPort: 0, embedPort: 0, pages: 'plain' });
const agent = new Agent({ keepAlive: true });
const counts: Record<string, number> = {};

/** Hands the request on, and gives the answer, its body read. */
function forward(request: IncomingMessage): Promise<{ status: number; type: string; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { method, headers } = request;
    const onward = send(new URL(request.url ?? '/', sandbox.apiUrl), { agent, method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('error', reject)
        .on('end', () =>
          resolve({
            status: answer.statusCode ?? 502,
            type: answer.headers['content-type'] ?? '',
            body: Buffer.concat(chunks),
          }),
        );
    });
    onward.on('error', reject);
    request.pipe(onward);
  });
}

type Fault = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

const pass: Fault = async (request, response) => {
  const { status, type, body } = await forward(request);
  response.writeHead(status, { 'content-type': type }).end(body);
};

const refuse =
  (status: number, headers: Record<string, string> = {}): Fault =>
  (request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"message":"words of Meshes"}');
  };

/** What may happen to a call, and how often. */
const faults: readonly (readonly [name: string, share: number, fault: Fault])[] = [
  ['429', 0.03, refuse(429, { 'retry-after': '3' })],
  ['500', 0.02, refuse(500)],
  ['502', 0.01, refuse(502)],
  ['503', 0.02, refuse(503, { 'retry-after': '5' })],
  ['504', 0.01, refuse(504)],
  ['reset before it is taken', 0.02, (request) => void request.socket.resetAndDestroy()],
  [
    'reset once it is done',
    0.01,
    async (request) => {
      await forward(request);
      request.socket.resetAndDestroy();
    },
  ],
  [
    'cut within the answer',
    0.01,
    async (request, response) => {
      const { status, type, body } = await forward(request);
      response.writeHead(status, { 'content-type': type, 'content-length': body.length });
      response.write(body.subarray(0, body.length / 2), () => request.socket.resetAndDestroy());
    },
  ],
  [
    'a page in place of the answer',
    0.01,
    (request, response) => {
      request.resume();
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    },
  ],
  ['seconds late', 0.02, (request, response) => pause(500 + random() * 2_000).then(() => pass(request, response))],
  ['never', 0.0005, (request) => void request.resume()],
];

function draw(): readonly [string, Fault] {
  let left = random();
  for (const [name, share, fault] of faults) {
    left -= share;
    if (left < 0) return [name, fault];
  }
  return ['as it is', pass];
}

serve(
  (request, response) => {
    if (request.url === '/counts') return void response.end(JSON.stringify(counts));
    const [name, fault] = draw();
    counts[name] = (counts[name] ?? 0) + 1;
    void pause(drawDelay(random, 8))
      .then(() => fault(request, response))
      .catch(() => response.destroy());
  },
  0,
  {
    organizationId: sandbox.organizationId,
    accessKey: sandbox.accessKey,
    secretKey: sandbox.secretKey,
    workspaces: sandbox.workspaces.map(({ id }) => id),
    sandboxUrl: sandbox.apiUrl,
  },
);
