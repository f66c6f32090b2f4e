import type { IncomingMessage, ServerResponse } from 'node:http';

/** Serves a page cross-origin isolated where its address has `isolated=yes`, for the screen's page of what can go wrong. */
export function isolate({ url = '/' }: IncomingMessage, response: ServerResponse): void {
  if (!/[?&]isolated=yes(&|$)/.test(url)) return;
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('cross-origin-embedder-policy', 'require-corp');
}
