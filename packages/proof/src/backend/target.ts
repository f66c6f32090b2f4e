import type { HttpCaller } from './httpCaller.ts';

/** A server with the handler. */
export interface Target {
  readonly caller: HttpCaller;
  /** Where the handler is mounted. */
  readonly mount: string;
  /** Whether it was killed since then, or is not up again. ms, of `performance.now()` */
  wasDown(since: number): boolean;
}
