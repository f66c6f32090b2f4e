import type { ServerResponse } from 'node:http';
import type { SessionHandler } from '../handler/createSessionHandler.ts';
import { nodeBody, type NodeBody } from './nodeBody.ts';
import { frameworkReply, rawReply } from './nodeReply.ts';
import { takesBody, toWebRequest, type FrameworkRequest } from './nodeRequest.ts';
import type { NodeIncoming, NodeOutgoing, WrappedResponse } from './nodeTypes.ts';

/** A request of node:http, node:http2 or Express, or of a framework that keeps it in `raw`, as Fastify does. */
export type NodeRequest = NodeIncoming | { readonly raw: NodeIncoming; readonly body?: unknown };

/** A response of node:http, node:http2 or Express, or of a framework that keeps it in `raw`, as Fastify does. */
export type NodeResponse = NodeOutgoing | WrappedResponse;

/**
 * Answers a Node request. Never throws, never rejects.
 *
 * The third argument is for a request whose body something has read already, and keeps elsewhere: `{ body }`, with what
 * came of it. What frameworks themselves pass there, such as Express's `next`, counts for nothing.
 */
export type NodeHandler = (
  request: NodeRequest,
  response: NodeResponse,
  given?: { readonly body?: unknown } & object,
) => Promise<void>;

/**
 * Lets a web-standard handler serve node:http, node:http2, Express, Fastify and all that are built on them. A body that
 * a parser has already read is taken from `request.body`, headers and cookies that are set already stay, and when the
 * caller leaves, the request's signal aborts.
 */
export function toNodeHandler(handler: SessionHandler): NodeHandler {
  // Two parameters, by `length`: of more, frameworks conclude that it is a middleware.
  return async (given, reply, handedOver = {}) => {
    const request = ('raw' in given ? given.raw : given) as FrameworkRequest;
    const response = ('raw' in reply ? reply.raw : reply) as ServerResponse;
    const gone = new AbortController();
    // Whether all is written cannot be asked of the response: HTTP/2 says so of streams that were reset, too.
    let isAnswered = false;
    const leave = () => {
      if (!isAnswered) gone.abort(new Error('The caller has left.'));
    };
    if (response.destroyed) leave();
    response.once('close', leave);
    let body: NodeBody | undefined;
    const read = () => {
      if (takesBody(request))
        body = nodeBody(request, handedOver.body, () => ('raw' in given ? given.body : request.body));
      return toWebRequest(request, body?.body, gone.signal);
    };
    try {
      const answered = await answer(handler, read);
      isAnswered = true;
      // Somebody who is still sending a body that no one reads any more must not hold the connection.
      if (answered.status === 408 && request.httpVersionMajor === 1 && !response.headersSent)
        response.setHeader('connection', 'close');
      await replyTo(reply).write(answered);
    } catch {
      // The connection broke while the answer was written: there is no one left to tell.
      response.destroy();
    } finally {
      response.off('close', leave);
      body?.letGo();
    }
  };
}

function replyTo(reply: NodeResponse) {
  if (!('raw' in reply)) return rawReply(reply);
  const framework = frameworkReply(reply);
  if (framework !== null) return framework;
  reply.hijack?.();
  return rawReply(reply.raw);
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
  return Response.json(
    { error: { code, message } },
    { status, headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } },
  );
}
