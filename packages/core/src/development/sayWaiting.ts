import { warn } from './warn.ts';

/** A page that has no source of sessions by then has probably mistyped it. ms */
const waitingAfterMs = 5_000;

/**
 * Says on the console, once, that a mounted embed still waits for a source of sessions: an attribute that is mistyped, or
 * a configuration that never comes, shows nothing else.
 *
 * @param waits - whether it does
 * @returns to be called at each mount
 */
export function sayWaiting(waits: () => boolean): () => void {
  let said = false;
  let later: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(later);
    later = setTimeout(() => {
      if (said || !waits()) return;
      said = true;
      warn('source-missing', 'it is mounted, and waits for endpoint, or for fetchSession and refreshSession');
    }, waitingAfterMs);
  };
}
