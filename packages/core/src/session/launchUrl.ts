/** A launch URL that may be used: the address to assign, and the embed's origin, derived from it (contract §4). */
export interface LaunchUrl {
  readonly href: string;
  readonly origin: string;
}

/** Characters; a launch URL of the service is far below. */
const maxLength = 8192;

/**
 * Reads a launch URL by the rules for what an iframe may load (contract §4). It is parsed without a base, so that nothing
 * relative passes, and given back in its parsed form: what is checked is what is assigned, whatever the spelling was.
 *
 * @param allowInsecureLocalhost - whether plain http is allowed on loopback, as for a sandbox on this machine.
 * @returns the URL; or, where it must not be used, what it was in place of an https URL. Those few words hold nothing of
 * it but its scheme.
 */
export function readLaunchUrl(text: string, allowInsecureLocalhost: boolean): LaunchUrl | string {
  if (text.length > maxLength) return 'too long';
  if (!URL.canParse(text)) return 'not absolute';
  const url = new URL(text);
  const { href, origin, protocol, username, password } = url;
  // The parser drops the @ of an empty user, and keeps any other.
  if (username || password || text.split('@').length > href.split('@').length) return 'user or password';
  // `blob:` has the origin of what it was made from; its scheme gives it away.
  return protocol === 'https:' || (protocol === 'http:' && allowInsecureLocalhost && isLoopback(url))
    ? { href, origin }
    : protocol.slice(0, 20);
}

/** Whether a URL's host can only be this machine, so that plain http is allowed for development. */
export function isLoopback({ hostname }: { readonly hostname: string }): boolean {
  // After parsing, every spelling of an IPv4 address is four decimal numbers.
  return /^(.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname);
}
