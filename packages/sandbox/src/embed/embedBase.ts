import type { Addresses } from '../state/sandboxState.ts';

/** The path below which the embed serves, without a slash at its end: nothing, where it has an origin of its own. */
export function embedBase({ embedUrl }: Addresses): string {
  return new URL(embedUrl).pathname.replace(/\/$/, '');
}
