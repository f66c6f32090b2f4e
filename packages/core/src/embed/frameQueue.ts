/** What is done at most once for each frame that is drawn. */
export interface FrameQueue {
  /** Does it when the next frame is drawn; of several of one name only the last. */
  later(name: string, action: () => void): void;
  /** Does it at once, and what comes after it within the same frame as {@link FrameQueue.later} does. */
  now(name: string, action: () => void): void;
  /** Forgets what has not been done. */
  clear(): void;
}

/** A burst costs what one does: hosts render for what they are told. */
export function createFrameQueue(view: () => Window | null | undefined): FrameQueue {
  const waiting = new Map<string, (() => void) | null>();
  let drawing: { readonly view: Window; readonly handle: number } | undefined;

  function draw(): void {
    const actions = [...waiting.values()];
    drawing = undefined;
    waiting.clear();
    for (const action of actions) action?.();
  }
  function add(name: string, action: (() => void) | null): void {
    waiting.set(name, action);
    const page = view();
    if (page && !drawing) drawing = { view: page, handle: page.requestAnimationFrame(draw) };
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
      drawing?.view.cancelAnimationFrame(drawing.handle);
      drawing = undefined;
      waiting.clear();
    },
  };
}
