import type { BodyStream } from '../shared/bodyStream.ts';

/**
 * The part of a `Request` that the session handler uses. Requests of servers that are not quite one have it as well, such
 * as the `HttpRequest` of Azure Functions.
 */
export interface SessionRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: { get(name: string): string | null; has(name: string): boolean };
  readonly body: BodyStream | null;
  readonly bodyUsed: boolean;
  /** Aborts when the caller disconnects. Where it is missing, nothing tells that. */
  readonly signal?: AbortSignal | undefined;
}
