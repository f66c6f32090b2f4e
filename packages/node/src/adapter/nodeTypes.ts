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
