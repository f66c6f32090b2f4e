import type { Context } from 'hono';
import { ApiError } from './apiError.ts';

/** Largest request body. Bytes. */
const largestBody = 65_536;

/**
 * Reads a request's body as JSON, whatever its content type says: the contract asks for none.
 *
 * @throws ApiError 400 where it is cut short, too large, not UTF-8 or no JSON.
 */
export async function readJson(c: Context): Promise<unknown> {
  const bytes = await c.req.arrayBuffer().catch(() => null);
  if (bytes === null) throw new ApiError(400, 'Body: it broke off');
  if (bytes.byteLength > largestBody)
    throw new ApiError(400, `Body: expected at most ${largestBody} bytes, got ${bytes.byteLength}`);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new ApiError(400, 'Body: expected JSON in UTF-8');
  }
}
