/** What the embed is told of the page around it. */
export interface PageListeners {
  readonly onMessage: (event: MessageEvent) => void;
  /** The page may have slept: timers are late, and deadlines must be looked at. */
  readonly onWake: () => void;
  readonly onOnline: () => void;
  /** The page is gone for good: a frame or a popup in which the container was, and not the page that this code runs in. */
  readonly onEnd: () => void;
  /** A resource was blocked by the page's Content-Security-Policy. */
  readonly onBlocked: (event: SecurityPolicyViolationEvent) => void;
}

/** Listens to one page at a time: to another one, where it is given that, and to none, where it is given null. */
export function createPageListener(listeners: PageListeners): (page: Document | null) => void {
  let listened: Document | null = null;
  let listening: AbortController | undefined;
  return (page) => {
    if (page === listened) return;
    listening?.abort();
    listened = page;
    if (page) listening = listenToPage(page.defaultView ?? window, listeners);
  };
}

/**
 * Listens to the page until the result is aborted. Timers are throttled in hidden tabs and stand still in sleep, so
 * that each sign of life counts: shown, focused, resumed, back from the back/forward cache, online.
 */
function listenToPage(view: Window, { onMessage, onWake, onOnline, onEnd, onBlocked }: PageListeners): AbortController {
  const { document } = view;
  const listening = new AbortController();
  const on = (target: EventTarget, types: string, listener: (event: never) => void): void => {
    for (const type of types.split(' ')) target.addEventListener(type, listener as EventListener, { signal: listening.signal });
  };
  on(view, 'message', onMessage);
  on(view, 'focus pageshow', onWake);
  on(view, 'online', onOnline);
  on(view, 'pagehide', ({ persisted }: PageTransitionEvent) => !persisted && view !== window && onEnd());
  on(document, 'visibilitychange resume', () => document.visibilityState === 'visible' && onWake());
  on(document, 'securitypolicyviolation', onBlocked);
  return listening;
}
