/** The tab in which a provider's sign-in runs (contract §7: never wholly inside the iframe). */
export interface OauthTab {
  /** Leads the tab to the provider. False where the browser has opened none. */
  go(url: string): boolean;
  close(): void;
  /** Calls the listener whenever the user comes back from there; the result ends that. */
  onReturn(listener: () => void): () => void;
}

/** How often to look whether the tab is closed; browsers have no event for it. ms */
const look = 500;

/** Opens the tab, empty. To be called in the click itself: after an `await`, browsers block it as a popup. */
export function openOauthTab(): OauthTab {
  const tab = window.open('', '_blank');
  return {
    go(url) {
      if (!tab || tab.closed) return false;
      tab.opener = null;
      tab.location.replace(url);
      return true;
    },
    close: () => tab?.close(),
    onReturn(listener) {
      let open = tab !== null;
      const timer = setInterval(() => {
        if (!open || !tab?.closed) return;
        open = false;
        listener();
      }, look);
      const visible = () => document.visibilityState === 'visible' && listener();
      window.addEventListener('focus', listener);
      document.addEventListener('visibilitychange', visible);
      return () => {
        clearInterval(timer);
        window.removeEventListener('focus', listener);
        document.removeEventListener('visibilitychange', visible);
      };
    },
  };
}
