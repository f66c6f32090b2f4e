/**
 * Why the handler did not do what a page asked. Stable; part of the answer's body.
 */
type HttpErrorCode =
  | 'bad-session-id'
  | 'bad-body'
  | 'bad-page'
  | 'bad-grant'
  | 'unauthorized'
  | 'foreign-origin'
  | 'unknown-route'
  | 'unknown-session'
  | 'unknown-workspace'
  | 'method-not-allowed'
  | 'slow-body'
  | 'session-revoked'
  | 'body-too-large'
  | 'not-json'
  | 'rate-limited'
  | 'client-gone'
  | 'internal'
  | 'meshes-refused'
  | 'busy'
  | 'meshes-unavailable'
  | 'authorize-timeout';

/** What goes with a refusal. */
interface HttpErrorDetails {
  /** Becomes `Retry-After`, in whole seconds. */
  readonly retryAfterMs?: number | null;
  /** Becomes `Allow`. */
  readonly allow?: string;
  /** What the operator should hear of; never part of the answer. */
  readonly report?: unknown;
}

/** An answer of the handler other than success, in its own words. */
export class HttpError extends Error {
  readonly status: number;
  readonly code: HttpErrorCode;
  readonly details: HttpErrorDetails;

  constructor(status: number, code: HttpErrorCode, message: string, details: HttpErrorDetails = {}) {
    super(message);
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.details = details;
  }
}
