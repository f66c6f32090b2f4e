import { inNextTask } from '@meshes-embed/core/adapter';

/** How long a server's markup may take to be taken over, before the page is looked at for what it still has to do. ms */
const setup = 50;
/** A page that is never idle is waited for no longer than this, after that. ms */
const patience = 500;

/**
 * Calls back once what makes an element had time to set it up: this task and the next. Markup may be a server's, which a
 * framework takes over later: it compares the attributes first, and then sets the rest.
 */
export function afterSetup(isMarkup: boolean, begin: () => void): void {
  const whenIdle = (): unknown =>
    // Safari has none.
    (globalThis.requestIdleCallback as typeof requestIdleCallback | undefined)?.(begin, { timeout: patience }) ??
    setTimeout(begin);
  if (isMarkup) setTimeout(whenIdle, setup);
  // Behind what was queued together with this.
  else inNextTask(() => inNextTask(begin));
}
