/** The version of {@link TraceEvent}; raised when a reader of the former one would misread it. */
export const traceVersion = 1;

/**
 * What a step was: the machine moved, a message came in, went out or was dropped, the toolkit did something to the
 * page or asked the backend, or a problem was noted.
 */
export type TraceKind = 'state' | 'in' | 'out' | 'drop' | 'effect' | 'problem';

/** One step of an embed, as JSON. Holds no token, no launch URL and no text of the embed's: nothing to redact. */
export interface TraceEvent {
  readonly version: typeof traceVersion;
  /** Counts from 0 for each embed; a gap means that older steps were let go. */
  readonly index: number;
  /** ms since the embed was created */
  readonly at: number;
  readonly kind: TraceKind;
  /** `state`: the new state · `in`, `out`: the message's type · `drop`: the reason · `effect`: what was done · `problem`: the code */
  readonly name: string;
  /** More of it, flat. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}
