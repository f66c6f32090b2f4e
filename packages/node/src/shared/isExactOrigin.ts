import { parseUrl } from './parseUrl.ts';

/** A name or an IPv4 address, or an IPv6 one. A URL's host may hold more, such as `*`; no real origin does. */
const hostPattern = /^([a-z0-9_.-]+|\[[0-9a-f:]+\])$/;

/** An origin of a scheme that an app or a browser's extension brings; an extension's name may be in capitals. */
const appOriginPattern =
  /^([a-z][a-z0-9+.-]*):\/\/(?:[a-z0-9_.-]+|\[[0-9a-f:]+\]|(?<=-extension:\/\/)[A-Za-z0-9_.-]+)(?::([1-9]\d{0,4}))?$/;

/** Schemes whose documents have no origin of their own, or that load no page. */
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
 * such as `capacitor://localhost`. No `*`, no `null`, no path, no trailing slash, no user, lower case, punycode, no
 * default port.
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
  // A scheme of the letters of https only is a misspelt one.
  return (
    scheme !== undefined && !schemesWithoutApps.has(scheme) && !/^[htps]+$/.test(scheme) && Number(port ?? 0) <= 65_535
  );
}
