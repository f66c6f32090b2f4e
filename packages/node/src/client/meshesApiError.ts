/**
 * Why a call failed. Stable.
 *
 * - `bad-request`, `unauthorized`, `forbidden`, `not-found`, `revoked`, `rate-limited`, `server-error`: what Meshes
 *   answered (contract §2): 400, 401, 403, 404, 409, 429, 5xx.
 * - `unexpected-status`: any other status. `redirected`: a redirect, which is never followed.
 * - `bad-answer`: a success whose body breaks the contract.
 * - `network`: no answer, or an incomplete one. `timeout`: none within `timeoutMs`.
 */
export type MeshesApiErrorCode =
  | 'bad-request'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'revoked'
  | 'rate-limited'
  | 'server-error'
  | 'unexpected-status'
  | 'redirected'
  | 'bad-answer'
  | 'network'
  | 'timeout';

/** The fields of a {@link MeshesApiError}. */
export interface MeshesApiErrorDetails {
  readonly code: MeshesApiErrorCode;
  readonly status?: number | null;
  readonly requestId?: string | null;
  readonly retryable?: boolean;
  readonly retryAfterMs?: number | null;
  /** What `fetch` threw, without secrets. */
  readonly cause?: unknown;
}

/**
 * A call to Meshes that failed. Its message is written by this package, and holds no secret, no token and nothing of an
 * answer's body. If `fetch` threw, what it threw is the `cause`. If that held the secret key or a token, the `cause` is a
 * copy without them.
 */
export class MeshesApiError extends Error {
  /** The kind of failure. Stable. */
  readonly code: MeshesApiErrorCode;
  /** The HTTP status, or null if there was no answer. */
  readonly status: number | null;
  /** Meshes' id of this request (`x-request-id`), or null. Quote it to the support of Meshes. */
  readonly requestId: string | null;
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** How long Meshes asked to wait, in ms, or null. */
  readonly retryAfterMs: number | null;

  constructor(message: string, details: MeshesApiErrorDetails) {
    super(
      details.requestId ? `${message} (request ${details.requestId})` : message,
      details.cause === undefined ? undefined : { cause: details.cause },
    );
    this.name = 'MeshesApiError';
    this.code = details.code;
    this.status = details.status ?? null;
    this.requestId = details.requestId ?? null;
    this.retryable = details.retryable ?? false;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}
