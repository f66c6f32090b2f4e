import { parseUrl } from './parseUrl.ts';

/** A name, an IPv4 or an IPv6 address. A URL's host may hold other characters, such as `*`, which no real origin has. */
const hostPattern = /^([a-z0-9_.-]+|\[[0-9a-f:]+\])$/;

/** An origin of an app or of a browser extension. The name of an extension may have capitals. */
const appOriginPattern =
  /^([a-z][a-z0-9+.-]*):\/\/(?:[a-z0-9_.-]+|\[[0-9a-f:]+\]|(?<=-extension:\/\/)[A-Za-z0-9_.-]+)(?::([1-9]\d{0,4}))?$/;

/** Schemes whose documents have no origin, or that load no page. */
const schemesWithoutApps = new Set([
  'about',
  'blob',
  'data',
  'file',
  'filesystem',
  'ftp',
  'javascript',
  'vbscript',
  'view-source',
  'ws',
  'wss',
]);

/**
 * Whether text is an origin exactly as browsers write it: `https://app.example.com`, or that of an app or an extension
 * such as `capacitor://localhost`. It has no `*`, path, trailing slash, user or default port, is not `null`, and is in
 * lower case and punycode.
 */
export function isExactOrigin(text: string): boolean {
  const url = parseUrl(text);
  if (url === null) return false;
  if (url.protocol === 'https:' || url.protocol === 'http:')
    return url.origin === text && hostPattern.test(url.hostname);
  return isAppOrigin(text);
}

function isAppOrigin(text: string): boolean {
  const [, scheme, port] = appOriginPattern.exec(text) ?? [];
  // A scheme with only the letters of https is a misspelling.
  return (
    scheme !== undefined && !schemesWithoutApps.has(scheme) && !/^[htps]+$/.test(scheme) && Number(port ?? 0) <= 65_535
  );
}
