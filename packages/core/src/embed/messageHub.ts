/** Hears the messages of one frame. */
type Hear = (event: MessageEvent) => void;

interface Hub {
  readonly frames: Map<MessageEventSource, Hear>;
  readonly listening: AbortController;
}

const hubs = new WeakMap<Window, Hub>();
/** What came to a page and was no embed's. */
const strays = new WeakMap<Window, number>();

/** How many messages came to a page, while it had embeds, that were none's. */
export const strayMessages = (page: Window): number => strays.get(page) ?? 0;

/**
 * Hears what a frame posts to its page until the result is called. However many embeds a page has, it has one listener,
 * and what other windows say all day long costs one look at who says it.
 */
export function hearFrame(page: Window, frame: Window, hear: Hear): () => void {
  const hub = hubs.get(page) ?? openHub(page);
  hub.frames.set(frame, hear);
  return () => {
    if (hub.frames.get(frame) === hear) hub.frames.delete(frame);
    if (hub.frames.size > 0) return;
    hub.listening.abort();
    hubs.delete(page);
  };
}

function openHub(page: Window): Hub {
  const hub: Hub = { frames: new Map(), listening: new AbortController() };
  hubs.set(page, hub);
  page.addEventListener(
    'message',
    (event) => {
      const hear = hub.frames.get(event.source!);
      if (hear) hear(event);
      else strays.set(page, strayMessages(page) + 1);
    },
    { signal: hub.listening.signal },
  );
  return hub;
}
