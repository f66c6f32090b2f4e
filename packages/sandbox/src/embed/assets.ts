import type { Context } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { EmbedFiles } from './embedFiles.ts';

/** Answers with a file of the built pages. Their names change with their content, so they may be kept for long. */
export async function answerAsset(files: EmbedFiles, c: Context): Promise<Response> {
  const name = c.req.param('file') ?? '';
  const content = /^[\w-][\w.-]*$/.test(name) ? await files.asset(name) : null;
  if (content === null) return c.notFound();
  c.header('Content-Type', getMimeType(name) ?? 'application/octet-stream');
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
  return c.body(content);
}
