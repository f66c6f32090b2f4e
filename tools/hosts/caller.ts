import { request as sendHttp, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:http2';

/** A request, as it goes over the wire. */
export interface Ask {
  method: string;
  path: string;
  /** All that is sent; `host` is `:authority` in HTTP/2. */
  headers: Record<string, string>;
  /** Text or bytes with their length; pieces are sent in chunks, one by one. */
  body?: string | Buffer | string[];
}

/** An answer. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A request under way. */
export interface Call {
  /** Rejects where the connection ends before the answer does. */
  answer: Promise<Answer>;
  /** Goes away before the answer has come: with a reset, or by closing the connection. */
  leave(how: 'by reset' | 'by close'): void;
}

/** Sends requests to one server. Each has a connection of its own, so that it can leave by itself. */
export interface Caller {
  send(ask: Ask): Call;
}

type Stream = NodeJS.WritableStream & { destroy(error?: Error): unknown };

/** Sends pieces apart from each other, so that no one receives them as one. */
async function sendBody(stream: Stream, body: Ask['body']): Promise<void> {
  if (body === undefined) return void stream.end();
  if (!Array.isArray(body)) return void stream.end(body);
  for (const piece of body) {
    if (!stream.writable) return;
    await new Promise<void>((resolve) => stream.write(piece, () => setImmediate(resolve)));
  }
  stream.end();
}

async function textOf(chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts).toString();
}

/** By HTTP/1.1. */
export function callByHttp1(base: string): Caller {
  return {
    send({ method, path, headers, body }) {
      const lengthOf = typeof body === 'string' || Buffer.isBuffer(body) ? Buffer.byteLength(body) : undefined;
      const sent: OutgoingHttpHeaders = { ...headers };
      if (lengthOf !== undefined) sent['content-length'] = lengthOf;
      const request = sendHttp(new URL(path, base), { method, headers: sent, agent: false });
      const answer = new Promise<Answer>((resolve, reject) => {
        // What is still being sent when the answer has come may fail: the server is done with it.
        request.on('error', reject);
        request.on('response', (response) => {
          textOf(response).then(
            (text) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
            reject,
          );
        });
      });
      // Someone who leaves waits for no answer.
      answer.catch(() => {});
      void sendBody(request, body);
      return {
        answer,
        leave(how) {
          if (how === 'by reset') request.socket?.resetAndDestroy();
          request.destroy();
        },
      };
    },
  };
}

/** By HTTP/2 without TLS. */
export function callByHttp2(base: string): Caller {
  return {
    send({ method, path, headers, body }) {
      const { host, ...others } = headers;
      const session = connect(base);
      const stream = session.request(
        { ...others, ':method': method, ':path': path, ...(host !== undefined && { ':authority': host }) },
        { endStream: false },
      );
      const answer = new Promise<Answer>((resolve, reject) => {
        session.on('error', reject);
        stream.on('error', reject);
        stream.on('response', ({ ':status': status = 0, ...received }) => {
          textOf(stream).then((text) => resolve({ status, headers: received, text }), reject);
        });
      });
      answer.catch(() => {}).finally(() => session.close());
      void sendBody(stream, body);
      return { answer, leave: (how) => (how === 'by reset' ? stream.close(8) : session.destroy()) };
    },
  };
}
