import type { Context } from 'hono';

/** The token of `Authorization: Bearer <token>`, or undefined where there is none. */
export function bearerToken(c: Context): string | undefined {
  return /^Bearer +([^\s]+)$/i.exec(c.req.header('Authorization') ?? '')?.[1];
}
