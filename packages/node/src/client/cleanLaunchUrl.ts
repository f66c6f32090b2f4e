import { isLoopback } from '../shared/isLoopback.ts';
import { parseUrl } from '../shared/parseUrl.ts';

const maxLength = 8192;
/** A user or password before the host, with any slashes that a browser accepts. */
const userinfoPattern = /^[^:]*:[/\\]*[^/\\?#]*@/;

/**
 * Checks a launch URL in the form that a browser parses it to (contract §4).
 *
 * @param insecure - whether plain http on loopback is allowed, as for a sandbox on this machine.
 * @returns the URL as a browser writes it, or null if an iframe must not load it.
 */
export function cleanLaunchUrl(text: string, insecure: boolean): string | null {
  const url = text.length <= maxLength ? parseUrl(text) : null;
  if (url === null || url.username !== '' || url.password !== '' || userinfoPattern.test(text)) return null;
  const secure = url.protocol === 'https:' || (insecure && url.protocol === 'http:' && isLoopback(url));
  return secure ? url.href : null;
}
