import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { style, stylePolicy } from './style.ts';

/** A piece of markup whose variable parts are escaped. */
export type Markup = ReturnType<typeof html>;

/** A small page without any script. */
export interface Page {
  readonly title: string;
  readonly body: Markup;
  readonly status?: ContentfulStatusCode;
  /** Whom `frame-ancestors` lets frame it; no one by default. */
  readonly frameAncestors?: string;
}

/** Answers with a page; its policy lets it run nothing and load nothing. */
export async function answerPage(
  c: Context,
  { title, body, status = 200, frameAncestors = "'none'" }: Page,
): Promise<Response> {
  const policy = [
    `default-src 'none'`,
    `style-src ${await stylePolicy()}`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors ${frameAncestors}`,
  ];
  c.header('Content-Security-Policy', policy.join('; '));
  c.header('Referrer-Policy', 'no-referrer');
  c.header('Cache-Control', 'no-store');
  return c.html(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>`,
    status,
  );
}
