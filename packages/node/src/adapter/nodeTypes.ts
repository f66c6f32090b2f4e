/*
 * What this package uses of the requests and responses of node:http and node:http2, in types of its own: on
 * another runtime no one needs the types of Node.
 */

/** A request of node:http or node:http2. */
export interface NodeIncoming {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly httpVersionMajor: number;
  readonly readable: boolean;
  on(event: string, listener: (...given: never[]) => void): unknown;
  resume(): unknown;
}

/** A response of node:http or node:http2. */
export interface NodeOutgoing {
  statusCode: number;
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  getHeader(name: string): unknown;
  setHeader(name: string, value: string | readonly string[]): unknown;
  once(event: string, listener: (...given: never[]) => void): unknown;
  end(data: Uint8Array, written: () => void): unknown;
  destroy(): unknown;
}

/** A reply that frameworks wrap around a response. One with `code`, `header` and `send`, as Fastify's, is answered by these. */
export interface WrappedResponse {
  readonly raw: NodeOutgoing;
  hijack?(): unknown;
  code?(status: number): unknown;
  header?(name: string, value: string): unknown;
  getHeader?(name: string): unknown;
  send?(payload?: Uint8Array): unknown;
}
