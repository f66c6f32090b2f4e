/** Lets only so many pieces of work run at once; the others wait in the order they came. */
export interface Limit {
  /**
   * @param signal - while the work still waits, its abort takes it out of the line.
   * @throws the signal's reason, or what the work throws.
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

/** @param places - how many pieces of work may run at once. */
export function createLimit(places: number): Limit {
  let free = places;
  const waiting = new Set<() => void>();

  function takePlace(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (free > 0) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(proceed);
        reject(signal.reason);
      };
      const proceed = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      waiting.add(proceed);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  function givePlace(): void {
    const [next] = waiting;
    if (next === undefined) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next();
  }

  return {
    async run(work, signal) {
      await takePlace(signal);
      try {
        return await work();
      } finally {
        givePlace();
      }
    },
  };
}

/** Calls to Meshes at once, of all handlers in this process. */
export const upstreamLimit = createLimit(64);
