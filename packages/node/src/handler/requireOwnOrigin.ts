import { parseUrl } from '../shared/parseUrl.ts';
import { HttpError } from './httpError.ts';

/** A name or an address, perhaps with a port, and nothing else that a URL could hold. */
const hostPattern = /^[\w.:[\]-]+$/;

/**
 * Lets only pages of the host's own origin ask, and of the origins it names. Cookies come along from any page, so this
 * is what stands between a foreign page and a session of the signed-in user.
 *
 * `Sec-Fetch-Site` is the browser's own word and cannot be set by a page. Where it is missing, `Origin` must name the
 * request's host; a request without either is refused. `X-Forwarded-*` count for nothing, as anybody can send them.
 *
 * @throws HttpError 403.
 */
export function requireOwnOrigin(request: Request, allowedOrigins: ReadonlySet<string>): void {
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.has(origin)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site === null ? isOwnOrigin(request, origin) : site === 'same-origin') return;
  throw new HttpError(403, 'foreign-origin', 'Only pages of this origin may ask. Name others in allowedOrigins.');
}

/**
 * Behind a proxy that ends TLS the request is http while the page is https, so the hosts are compared; a plain http
 * page has no say over an https one, though.
 */
function isOwnOrigin(request: Request, origin: string | null): boolean {
  const page = parseUrl(origin ?? '');
  if (page === null || page.origin !== origin) return false;
  const target = new URL(request.url);
  if (page.protocol !== 'https:' && page.protocol !== target.protocol) return false;
  // Frameworks may put a name of their own into the URL. `Host` is what the browser asked for, and no page can set it.
  const host = request.headers.get('host') ?? target.host;
  return [page.protocol, target.protocol].some((protocol) => hostOf(protocol, host) === page.host);
}

/** A host as URLs of that scheme have it: lower case, without the default port. */
function hostOf(protocol: string, host: string): string | null {
  return hostPattern.test(host) ? (parseUrl(`${protocol}//${host}`)?.host ?? null) : null;
}
