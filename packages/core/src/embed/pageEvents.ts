/** What the embed is told of the page around it. */
export interface PageListeners {
  /** The page may have slept: timers are late, and deadlines must be looked at. */
  readonly onWake: () => void;
  readonly onOnline: () => void;
  /**
   * The page is left for good: it does not come back from the back/forward cache.
   *
   * @param itself - whether it is the page that this code runs in; else a frame or a popup
   */
  readonly onLeave: (itself: boolean) => void;
}

/**
 * Listens to one page at a time: to another one, where it is given that, and to none, where it is given null.
 *
 * @param listen - listens to a window in several ways, and gives back what ends each
 */
export function createPageFollower(listen: (view: Window) => readonly (() => void)[]): (page: Document | null) => void {
  let followed: Document | null = null;
  let ends: readonly (() => void)[] = [];
  return (page) => {
    if (page === followed) return;
    for (const end of ends) end();
    followed = page;
    ends = page ? listen(page.defaultView ?? window) : [];
  };
}

/**
 * Listens to the page until the result is called. Timers are throttled in hidden tabs and stand still in sleep, so
 * that each sign of life counts: shown, focused, resumed, back from the back/forward cache, online.
 */
export function listenToPage(view: Window, { onWake, onOnline, onLeave }: PageListeners): () => void {
  const { document } = view;
  const listening = new AbortController();
  const on = (target: EventTarget, types: string, listener: (event: never) => void): void => {
    for (const type of types.split(' '))
      target.addEventListener(type, listener as EventListener, { signal: listening.signal });
  };
  on(view, 'focus pageshow', onWake);
  on(view, 'online', onOnline);
  on(view, 'pagehide', ({ persisted }: PageTransitionEvent) => persisted || onLeave(view === window));
  on(document, 'visibilitychange resume', () => document.visibilityState === 'visible' && onWake());
  return () => listening.abort();
}
