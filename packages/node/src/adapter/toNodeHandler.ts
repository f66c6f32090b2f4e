import type { ServerResponse } from 'node:http';
import type { SessionHandler } from '../handler/createSessionHandler.ts';
import { nodeBody, type NodeBody } from './nodeBody.ts';
import { frameworkReply, rawReply } from './nodeReply.ts';
import { takesBody, toWebRequest, type FrameworkRequest } from './nodeRequest.ts';
import type { NodeIncoming, NodeOutgoing, WrappedResponse } from './nodeTypes.ts';

/** A request of node:http, node:http2 or Express, or a framework's request that has one in `raw`, such as Fastify's. */
export type NodeRequest = NodeIncoming | { readonly raw: NodeIncoming; readonly body?: unknown };

/** A response of node:http, node:http2 or Express, or a framework's reply that has one in `raw`, such as Fastify's. */
export type NodeResponse = NodeOutgoing | WrappedResponse;

/**
 * Answers a Node request. Never throws, never rejects.
 *
 * If something has already read the body and keeps it elsewhere than in `request.body`, pass it as the third argument,
 * `{ body }`: the parsed value, text or bytes. Other values that frameworks pass there, such as Express's `next`, are
 * ignored.
 */
export type NodeHandler = (
  request: NodeRequest,
  response: NodeResponse,
  given?: { readonly body?: unknown } & object,
) => Promise<void>;

/**
 * Adapts a session handler to node:http, node:http2, Express, Fastify and frameworks built on them. A body that a parser
 * has already read is taken from `request.body`. Headers and cookies that are set already stay. When the caller
 * disconnects, the request's signal aborts.
 */
export function toNodeHandler(handler: SessionHandler): NodeHandler {
  // Its `length` is two: frameworks take a function with more parameters for a middleware.
  return async (given, reply, options = {}) => {
    const request = ('raw' in given ? given.raw : given) as FrameworkRequest;
    const response = ('raw' in reply ? reply.raw : reply) as ServerResponse;
    const disconnected = new AbortController();
    // The response cannot tell: in HTTP/2 a stream that was reset counts as written, too.
    let isAnswered = false;
    const onClose = () => {
      if (!isAnswered) disconnected.abort(new Error('The caller has left.'));
    };
    if (response.destroyed) onClose();
    response.once('close', onClose);
    let body: NodeBody | undefined;
    const read = () => {
      if (takesBody(request))
        body = nodeBody(request, options.body, () => ('raw' in given ? given.body : request.body));
      return toWebRequest(request, body?.body, disconnected.signal);
    };
    try {
      const answered = await answer(handler, read);
      isAnswered = true;
      // A caller that goes on sending a body after the timeout must not keep the connection.
      if (answered.status === 408 && request.httpVersionMajor === 1 && !response.headersSent)
        response.setHeader('connection', 'close');
      await replyTo(reply).write(answered);
    } catch {
      // The connection broke while the answer was written, so there is no one to answer.
      response.destroy();
    } finally {
      response.off('close', onClose);
      body?.release();
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
    return problem(400, 'bad-request', 'The request is malformed.');
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
