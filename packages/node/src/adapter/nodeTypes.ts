/*
 * The parts of the requests and responses of node:http and node:http2 that this package uses, as its own types, so that
 * users on other runtimes do not need the types of Node.
 */

// oxlint-disable-next-line typescript/no-explicit-any -- Every version of Node's types has other listeners; all of them take this one.
type Listener = (...args: any[]) => void;

/** A request of node:http or node:http2. */
export interface NodeIncoming {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly httpVersionMajor: number;
  readonly readable: boolean;
  on(event: string, listener: Listener): unknown;
  resume(): unknown;
}

/** A response of node:http or node:http2. */
export interface NodeOutgoing {
  statusCode: number;
  readonly headersSent: boolean;
  readonly destroyed: boolean;
  getHeader(name: string): unknown;
  setHeader(name: string, value: string | readonly string[]): unknown;
  once(event: string, listener: Listener): unknown;
  end(data: Uint8Array, written: () => void): unknown;
  destroy(): unknown;
}

/** A framework's wrapper around a response. If it has `code`, `header` and `send`, as Fastify's has, they are used to answer. */
export interface WrappedResponse {
  readonly raw: NodeOutgoing;
  hijack?(): unknown;
  code?(status: number): unknown;
  header?(name: string, value: string): unknown;
  getHeader?(name: string): unknown;
  send?(payload?: Uint8Array): unknown;
}
