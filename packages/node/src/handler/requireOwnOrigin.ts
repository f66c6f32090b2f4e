import { parseUrl } from '../shared/parseUrl.ts';
import { HttpError } from './httpError.ts';
import type { SessionRequest } from './sessionRequest.ts';

/** A name or an address with an optional port, and nothing else of a URL. */
const hostPattern = /^[\w.:[\]-]+$/;

/**
 * Refuses requests from pages of other origins than the host's own and those that it names. Browsers send cookies from any
 * page, so without this check a foreign page could get a session of the signed-in user.
 *
 * `Sec-Fetch-Site` is set by the browser, and no page can change it. If it is missing, `Origin` must match the request's
 * host; a request without either is refused. `X-Forwarded-*` headers are ignored, because anyone can send them.
 *
 * @throws HttpError 403.
 */
export function requireOwnOrigin(request: SessionRequest, allowedOrigins: ReadonlySet<string>): void {
  const origin = request.headers.get('origin');
  if (origin !== null && allowedOrigins.has(origin)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site === null ? isOwnOrigin(request, origin) : site === 'same-origin') return;
  throw new HttpError(403, 'foreign-origin', 'Only pages of this origin may ask. Name others in allowedOrigins.');
}

/**
 * Compares hosts and not schemes, because behind a proxy that ends TLS the request is http while the page is https. A
 * plain http page, though, never matches an https request.
 */
function isOwnOrigin(request: SessionRequest, origin: string | null): boolean {
  const page = parseUrl(origin ?? '');
  if (page === null || page.origin !== origin) return false;
  const target = new URL(request.url);
  if (page.protocol !== 'https:' && page.protocol !== target.protocol) return false;
  // Some frameworks put another host into the URL. `Host` is what the browser asked for, and no page can set it.
  const host = request.headers.get('host') ?? target.host;
  return [page.protocol, target.protocol].some((protocol) => hostOf(protocol, host) === page.host);
}

/** A host as URLs of this scheme write it: in lower case, without the default port. */
function hostOf(protocol: string, host: string): string | null {
  return hostPattern.test(host) ? (parseUrl(`${protocol}//${host}`)?.host ?? null) : null;
}
