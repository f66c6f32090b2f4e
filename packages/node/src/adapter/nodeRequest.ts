import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { UnderlyingSource } from 'node:stream/web';
import type { TLSSocket } from 'node:tls';
import { parseUrl } from '../shared/parseUrl.ts';

/** What frameworks add to a Node request. */
export interface FrameworkRequest extends IncomingMessage {
  /** The body where a parser has read it already. */
  readonly body?: unknown;
  /** The path before a router took its mount point off. */
  readonly originalUrl?: string;
}

/**
 * The same request by web standards. Host and scheme are those of the connection itself: `X-Forwarded-*` count for
 * nothing.
 *
 * @throws TypeError where host, path or method can be none.
 */
export function toWebRequest(request: FrameworkRequest, body: unknown, signal: AbortSignal): Request {
  const method = request.method ?? 'GET';
  const init: RequestInit & { duplex?: 'half' } = { method, headers: readHeaders(request.headers), signal };
  if (method !== 'GET' && method !== 'HEAD') {
    init.body = readRequestBody(request, body);
    init.duplex = 'half';
  }
  return new Request(readUrl(request), init);
}

function readUrl(request: FrameworkRequest): string {
  const scheme = (request.socket as Partial<TLSSocket>).encrypted ? 'https' : 'http';
  const authority = request.headers[':authority'];
  const host = request.headers.host ?? (typeof authority === 'string' ? authority : 'localhost');
  if (!/^[\w.:[\]-]+$/.test(host)) throw new TypeError('The Host header names no host.');
  const target = request.originalUrl ?? request.url ?? '/';
  // A proxy's absolute form names a host of its own, which counts for nothing either.
  const absolute = target.startsWith('/') ? null : parseUrl(target);
  return `${scheme}://${host}${absolute === null ? target : absolute.pathname + absolute.search}`;
}

function readHeaders(incoming: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    if (value === undefined || name.startsWith(':')) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}

/** A body that a parser has read is written out again; else the stream itself. */
function readRequestBody(request: FrameworkRequest, parsed: unknown): NonNullable<RequestInit['body']> {
  const consumed = request.readableDidRead || !request.readable;
  if (!consumed || parsed === undefined) return streamOf(request);
  if (typeof parsed === 'string') return parsed;
  return parsed instanceof Uint8Array ? (parsed as Uint8Array<ArrayBuffer>) : JSON.stringify(parsed);
}

/**
 * The body as a stream. When nobody wants more of it, the rest is let through and thrown away: destroying the request,
 * as `Readable.toWeb` does, would take the connection and with it the answer.
 */
function streamOf(request: IncomingMessage): ReadableStream<Uint8Array> {
  const chunks = request.iterator({ destroyOnReturn: false });
  const source: UnderlyingSource<Uint8Array> = {
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
    async cancel() {
      await chunks.return?.();
      request.resume();
    },
  };
  // Nothing is read ahead: Node itself throws away a body that nobody began to read.
  return new ReadableStream(source, { highWaterMark: 0 });
}
