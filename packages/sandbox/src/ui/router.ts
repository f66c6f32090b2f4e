/** A page of the embed (contract §3), read from its path. */
export type Route =
  | { readonly page: 'dashboard' | 'connections' | 'rules' | 'events' }
  | { readonly page: 'event'; readonly id: string }
  | { readonly page: 'mappings'; readonly connectionId: string }
  | { readonly page: 'unknown' };

/** Reads a path such as `/workspace/rules`. */
export function readRoute(path: string): Route {
  const [root, page, id, part, ...rest] = path.split('/').filter(Boolean);
  if (root !== 'workspace' || rest.length > 0) return { page: 'unknown' };
  if (page === 'events' && id && !part) return { page: 'event', id: decoded(id) };
  if (page === 'connections' && id && part === 'mappings') return { page: 'mappings', connectionId: decoded(id) };
  if (id) return { page: 'unknown' };
  return page === 'dashboard' || page === 'connections' || page === 'rules' || page === 'events'
    ? { page }
    : { page: 'unknown' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The path of a page, or of one event, or of one connection's mappings. */
export const paths = {
  page: (page: string) => `/workspace/${page}`,
  event: (id: string) => `/workspace/events/${encodeURIComponent(id)}`,
  mappings: (connectionId: string) => `/workspace/connections/${encodeURIComponent(connectionId)}/mappings`,
};

/** The page that a route belongs to in the navigation, and so in the session's list of pages. */
export function sectionOf(route: Route): string {
  if (route.page === 'event') return 'events';
  return route.page === 'mappings' ? 'connections' : route.page;
}

/** Where the user is, and the way to go elsewhere. */
export interface Router {
  path(): string;
  /** Moves to another path, unless the page on show asks to stay. */
  go(path: string): void;
  onMove(listener: (path: string) => void): () => void;
  /**
   * Lets the page on show hold the user back, for unsaved changes say. The guard is given a way to leave after all.
   *
   * @param guard - returns true to stay. Null takes the guard away.
   */
  guard(guard: ((leave: () => void) => boolean) | null): void;
}

/**
 * Moves by `history.replaceState`: an iframe shares the tab's session history with its host, whose back button would
 * otherwise walk through the embed's pages.
 *
 * @param base - the path below which the embed serves
 */
export function createRouter(window: Window, base: string): Router {
  const listeners = new Set<(path: string) => void>();
  let path = window.location.pathname.slice(base.length);
  let hold: ((leave: () => void) => boolean) | null = null;

  function move(to: string): void {
    hold = null;
    path = to;
    window.history.replaceState(null, '', base + to);
    for (const listener of listeners) listener(to);
  }

  return {
    path: () => path,
    go(to) {
      if (hold?.(() => move(to))) return;
      move(to);
    },
    onMove(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    guard(guard) {
      hold = guard;
    },
  };
}
