import { safely } from './safely.ts';

/** Who wants to be told of something. */
export interface Listeners<Value> {
  /** Adds a listener, also one that is there already; the result takes this very one out again. */
  add(listener: (value: Value) => void): () => void;
  /** Tells all of them; what one throws is reported, and keeps nothing from the others. */
  tell(value: Value): void;
  /** Takes all of them out. */
  clear(): void;
}

/** Makes an empty list of listeners. */
export function createListeners<Value>(): Listeners<Value> {
  const listeners = new Set<{ readonly listener: (value: Value) => void }>();
  return {
    add(listener) {
      const entry = { listener };
      listeners.add(entry);
      return () => listeners.delete(entry);
    },
    tell(value) {
      // Over the living set: one that is taken out while others are told is not told any more.
      for (const { listener } of listeners) safely(() => listener(value));
    },
    clear: () => listeners.clear(),
  };
}
