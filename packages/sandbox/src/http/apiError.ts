import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** A refusal of the service: becomes the contract's error body `{ message, error? }` (contract §2). */
export class ApiError extends Error {
  readonly status: ContentfulStatusCode;
  /** The body's `error`, if there is more to say. */
  readonly detail: unknown;
  /** Headers that belong to this refusal, such as `Retry-After`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: ContentfulStatusCode,
    message: string,
    detail?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.detail = detail;
    this.headers = headers;
  }
}

/** Turns whatever a route threw into the contract's error body. What is no {@link ApiError} is a bug of the sandbox: 500, and told on stderr. */
export function answerError(error: Error, c: Context): Response {
  if (error instanceof ApiError) {
    const body =
      error.detail === undefined ? { message: error.message } : { message: error.message, error: error.detail };
    return c.json(body, error.status, error.headers);
  }
  console.error('meshes-sandbox: a request failed:', error);
  return c.json({ message: 'Internal error' }, 500);
}

/** The answer for a path or method that does not exist. */
export function answerNotFound(c: Context): Response {
  return c.json({ message: `No such route: ${c.req.method} ${c.req.path.slice(0, 200)}` }, 404);
}
