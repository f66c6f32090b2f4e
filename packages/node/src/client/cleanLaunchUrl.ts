import { isLoopback } from '../shared/isLoopback.ts';
import { parseUrl } from '../shared/parseUrl.ts';

const maxLength = 8192;
/** A user or password in front of the host, in whatever slashes a browser would still accept. */
const userinfoPattern = /^[^:]*:[/\\]*[^/\\?#]*@/;

/**
 * Judges a launch URL by what a browser would make of it (contract §4).
 *
 * @param insecure - whether plain http on loopback is fine, as for a sandbox on this machine.
 * @returns the URL as a browser writes it, or null where it must not be given to an iframe.
 */
export function cleanLaunchUrl(text: string, insecure: boolean): string | null {
  const url = text.length <= maxLength ? parseUrl(text) : null;
  if (url === null || url.username !== '' || url.password !== '' || userinfoPattern.test(text)) return null;
  const secure = url.protocol === 'https:' || (insecure && url.protocol === 'http:' && isLoopback(url));
  return secure ? url.href : null;
}
