/** Why a page's request failed. Stable; it is in the body of the answer. */
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

/** What else an answer needs. */
interface HttpErrorDetails {
  /** Becomes `Retry-After`, in whole seconds. */
  readonly retryAfterMs?: number | null;
  /** Becomes `Allow`. */
  readonly allow?: string;
  /** The error that `onError` is called with. Never part of the answer. */
  readonly report?: unknown;
}

/** An error that the handler answers a page with. Its message is sent to the page. */
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
