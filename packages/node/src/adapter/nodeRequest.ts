import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Http2ServerRequest } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { parseUrl } from '../shared/parseUrl.ts';

/** A request of node:http or node:http2, with what frameworks add to it. */
export type FrameworkRequest = (IncomingMessage | Http2ServerRequest) & FrameworkFields;

interface FrameworkFields {
  /** The parsed body, if a parser has read it. */
  readonly body?: unknown;
  /** The path before a router removed its mount point. */
  readonly originalUrl?: string;
}

/**
 * Turns a Node request into a web `Request`. Host and scheme are those of the connection itself; `X-Forwarded-*` headers
 * are ignored.
 *
 * @param body - undefined for a method that takes no body.
 * @throws TypeError for a malformed host, path or method.
 */
export function toWebRequest(request: FrameworkRequest, body: RequestInit['body'], signal: AbortSignal): Request {
  const init: RequestInit & { duplex?: 'half' } = {
    method: request.method ?? 'GET',
    headers: readHeaders(request.headers),
    signal,
  };
  if (body !== undefined) {
    init.body = body;
    init.duplex = 'half';
  }
  return new Request(readUrl(request), init);
}

/** Whether a request may have a body at all. */
export function takesBody({ method = 'GET' }: FrameworkRequest): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

function readUrl(request: FrameworkRequest): string {
  const scheme = (request.socket as Partial<TLSSocket>).encrypted ? 'https' : 'http';
  const host = hostOf(request.headers) ?? 'localhost';
  if (!/^[\w.:[\]-]+$/.test(host)) throw new TypeError('The Host header names no host.');
  const target = request.originalUrl ?? request.url ?? '/';
  // A proxy may send an absolute URL. Its host is ignored as well.
  const absolute = target.startsWith('/') ? null : parseUrl(target);
  return `${scheme}://${host}${absolute === null ? target : absolute.pathname + absolute.search}`;
}

/** In HTTP/2 the host is `:authority`, and a `host` beside it is ignored. */
function hostOf(headers: IncomingHttpHeaders): string | undefined {
  const authority = headers[':authority'];
  return typeof authority === 'string' ? authority : headers.host;
}

function readHeaders(incoming: IncomingHttpHeaders): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming)) {
    if (value === undefined || name.startsWith(':')) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const host = hostOf(incoming);
  if (host !== undefined) headers.set('host', host);
  return headers;
}
