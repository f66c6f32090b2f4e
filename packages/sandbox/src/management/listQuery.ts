import type { Context } from 'hono';
import * as v from 'valibot';
import { check } from '../http/check.ts';

const workspaceId = 'expected a UUID';
const limit = 'expected an integer from 1 to 200';
const cursor = 'expected the next_cursor of an earlier page';

const schema = v.object({
  workspace_id: v.pipe(v.string(workspaceId), v.uuid(workspaceId), v.toLowerCase()),
  status: v.optional(v.picklist(['active', 'revoked'], 'expected active or revoked')),
  resource: v.optional(v.string()),
  resource_id: v.optional(v.string()),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/, limit), v.transform(Number), v.minValue(1, limit), v.maxValue(200, limit)),
    '50',
  ),
  cursor: v.optional(
    v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, cursor), v.transform(readCursor), v.number(cursor)),
  ),
});

/** The query of `GET /sessions` (contract §2), with its defaults. `cursor` is a session's place in the order of minting. */
export type ListQuery = v.InferOutput<typeof schema>;

/**
 * Reads the query; unknown parameters are ignored, of a repeated one the first counts.
 *
 * @throws ApiError 400 that names the parameter at fault.
 */
export function readListQuery(c: Context): ListQuery {
  return check(schema, c.req.query());
}

/** Makes the cursor of the page that starts after the session at this place. Opaque to callers. */
export function writeCursor(sequence: number): string {
  return Buffer.from(`after:${sequence}`).toString('base64url');
}

function readCursor(text: string): number | null {
  const [, place] = /^after:(\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('utf8')) ?? [];
  // Decoding is lenient; only what was written here is taken.
  return place !== undefined && writeCursor(Number(place)) === text ? Number(place) : null;
}
