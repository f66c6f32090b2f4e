import { parseUrl } from '../shared/parseUrl.ts';
import { SessionRefusal } from './SessionRefusal.ts';

/**
 * Lets only pages of the host's own origin ask, and of the origins it names. Cookies come along from any page, so this
 * is what stands between a foreign page and a session of the signed-in user.
 *
 * `Sec-Fetch-Site` is the browser's own word and cannot be set by a page. Where there is none, `Origin` must name the
 * request's host; a request without either is refused. `X-Forwarded-*` count for nothing, as anybody can send them.
 *
 * @throws SessionRefusal 403.
 */
export function requireOwnOrigin(request: Request, allowedOrigins: ReadonlySet<string>): void {
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.has(origin)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site === null ? isOriginOf(request.url, origin) : site === 'same-origin') return;
  throw new SessionRefusal(403, 'foreign-origin', 'Only pages of this origin may ask. Name others in allowedOrigins.');
}

/**
 * Behind a proxy that ends TLS the request is http while the page is https, so the hosts are compared; a plain http
 * page has no say over an https one, though.
 */
function isOriginOf(requestUrl: string, origin: string | null): boolean {
  const page = parseUrl(origin ?? '');
  const target = new URL(requestUrl);
  if (page === null || page.origin !== origin || page.host !== target.host) return false;
  return page.protocol === 'https:' || page.protocol === target.protocol;
}
