import type { Context } from 'hono';

/** The token of `Authorization: Bearer <token>`, or undefined if there is no such header. */
export function bearerToken(c: Context): string | undefined {
  return /^Bearer +([^\s]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}
