/** What is done at most once for each frame that is drawn. */
export interface AnimationQueue {
  /** Does it when the next frame is drawn; of several of one name only the last. */
  later(name: string, action: () => void): void;
  /** Does it at once, and what comes after it within the same frame as {@link AnimationQueue.later} does. */
  now(name: string, action: () => void): void;
  /** Forgets what has not been done. */
  clear(): void;
}

/** A burst costs what one does: hosts render for what they are told. */
export function createAnimationQueue(view: () => Window | null | undefined): AnimationQueue {
  const waiting = new Map<string, (() => void) | null>();
  let requested: { readonly view: Window; readonly handle: number } | undefined;

  function draw(): void {
    const actions = [...waiting.values()];
    requested = undefined;
    waiting.clear();
    for (const action of actions) action?.();
  }
  function add(name: string, action: (() => void) | null): void {
    waiting.set(name, action);
    const page = view();
    if (page && !requested) requested = { view: page, handle: page.requestAnimationFrame(draw) };
  }
  return {
    later: add,
    now(name, action) {
      if (waiting.has(name)) add(name, action);
      else {
        add(name, null);
        action();
      }
    },
    clear() {
      requested?.view.cancelAnimationFrame(requested.handle);
      requested = undefined;
      waiting.clear();
    },
  };
}
