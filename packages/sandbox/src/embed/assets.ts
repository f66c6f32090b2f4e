import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { uiFolder } from '../uiFolder.ts';

/** Answers with a file of the built pages. Their names change with their content, so they may be kept for long. */
export async function answerAsset(c: Context): Promise<Response> {
  const name = c.req.param('file') ?? '';
  const content = /^[\w-][\w.-]*$/.test(name) ? await readFile(join(uiFolder, 'assets', name)).catch(() => null) : null;
  if (content === null) return c.notFound();
  c.header('Content-Type', getMimeType(name) ?? 'application/octet-stream');
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
  return c.body(content);
}
