import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SessionHandler } from '../handler/handler.ts';
import { toWebRequest, type FrameworkRequest } from './nodeRequest.ts';
import type { NodeIncoming, NodeOutgoing } from './nodeTypes.ts';

/** A request of node:http, node:http2 or Express, or of a framework that keeps it in `raw`, as Fastify does. */
export type NodeRequest = NodeIncoming | { readonly raw: NodeIncoming; readonly body?: unknown };

/** A response of node:http, node:http2 or Express, or of a framework that keeps it in `raw`, as Fastify does. */
export type NodeResponse = NodeOutgoing | { readonly raw: NodeOutgoing; hijack?(): unknown };

/** Answers a Node request. Never throws, never rejects. */
export type NodeHandler = (request: NodeRequest, response: NodeResponse) => Promise<void>;

/**
 * Lets a web-standard handler serve node:http, Express and Fastify. A body that a parser has already read is taken
 * from `request.body`; when the caller leaves, the request's signal aborts.
 */
export function toNodeHandler(handler: SessionHandler): NodeHandler {
  return async (given, reply) => {
    const request = ('raw' in given ? given.raw : given) as FrameworkRequest;
    const response = ('raw' in reply ? reply.raw : reply) as ServerResponse;
    if ('hijack' in reply) reply.hijack?.();
    const body = 'raw' in given ? given.body : request.body;
    const gone = new AbortController();
    const leave = () => {
      if (!response.writableFinished) gone.abort(new Error('The caller has left.'));
    };
    response.once('close', leave);
    try {
      await write(await answer(handler, () => toWebRequest(request, body, gone.signal)), response, request);
    } catch {
      // The connection broke while the answer was written: there is nobody left to tell.
      response.destroy();
    } finally {
      response.off('close', leave);
    }
  };
}

async function answer(handler: SessionHandler, read: () => Request): Promise<Response> {
  let request: Request;
  try {
    request = read();
  } catch {
    return problem(400, 'bad-request', 'The request makes no sense.');
  }
  try {
    return await handler(request);
  } catch {
    return problem(500, 'internal', 'The server failed.');
  }
}

function problem(status: number, code: string, message: string): Response {
  return Response.json({ error: { code, message } }, { status, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } });
}

async function write(answered: Response, response: ServerResponse, request: IncomingMessage): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = answered.status;
  for (const [name, value] of answered.headers) if (name !== 'set-cookie') response.setHeader(name, value);
  const cookies = answered.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  // Somebody who is still sending a body that nobody waits for any more must not hold the connection.
  if (answered.status === 408 && request.httpVersionMajor === 1) response.setHeader('connection', 'close');
  const bytes = new Uint8Array(await answered.arrayBuffer());
  await new Promise<void>((resolve) => {
    response.once('close', resolve);
    response.end(bytes, resolve);
  });
}
