import { parseUrl } from './parseUrl.ts';

/** A name or an IPv4 address, or an IPv6 one. A URL's host may hold more, such as `*`; no real origin does. */
const HOST = /^([a-z0-9_.-]+|\[[0-9a-f:]+\])$/;

/**
 * Whether text is an origin exactly as browsers write it: `https://app.example.com`. No `*`, no `null`, no path, no
 * trailing slash, lower case, punycode, no default port.
 */
export function isExactOrigin(text: string): boolean {
  const url = parseUrl(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.origin === text && HOST.test(url.hostname);
}
