import { isLoopback } from '@meshes-embed/core/session';
import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { ApiError } from './apiError.ts';

/**
 * Keeps the control plane and the pages that show keys to this machine: pages of other sites, and other names that
 * resolve to loopback, are refused. Pages served from loopback may call it from the browser.
 */
export const localOnly: MiddlewareHandler = async (c, next) => {
  const origin = c.req.header('Origin');
  if (!isLocal(c.req.url) || (origin !== undefined && !isLocal(origin))) {
    throw new ApiError(403, 'This part of the sandbox answers to pages and programs of this machine only');
  }
  await next();
};

/** CORS for pages served from loopback, on any port. */
export const localCors: MiddlewareHandler = cors({
  origin: (origin) => (isLocal(origin) ? origin : null),
  allowMethods: ['GET', 'POST', 'DELETE'],
  allowHeaders: ['Content-Type'],
  maxAge: 600,
});

/** Whether an address names this machine. */
export function isLocal(address: string): boolean {
  return URL.canParse(address) && isLoopback(new URL(address));
}
