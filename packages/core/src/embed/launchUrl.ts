/** A launch URL that may be used: the address to assign, and the embed's origin, derived from it (contract §4). */
export interface LaunchUrl {
  readonly href: string;
  readonly origin: string;
}

/** A launch URL that must not be used. Its message says what it was in place of https, and holds nothing of it. */
export class LaunchUrlError extends TypeError {}

/**
 * Reads a launch URL without a base, so that nothing relative passes, and gives back the parsed form: what is judged
 * is what is assigned, whatever the spelling was. Admits https, and plain http on loopback where that is allowed.
 *
 * @throws LaunchUrlError where the scheme, the host or userinfo in it forbid its use.
 */
export function parseLaunchUrl(text: string, allowInsecureLocalhost: boolean): LaunchUrl {
  if (!URL.canParse(text)) throw new LaunchUrlError('not absolute');
  const { href, origin, protocol, hostname, username, password } = new URL(text);
  if (username || password) throw new LaunchUrlError('user or password');
  // After parsing, every spelling of an IPv4 address is four decimal numbers.
  const local = allowInsecureLocalhost && /^(.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname);
  // `blob:` has the origin of what it was made from; its scheme gives it away.
  if (protocol !== 'https:' && !(protocol === 'http:' && local)) throw new LaunchUrlError(protocol.slice(0, 20));
  return { href, origin };
}
