/** The embed's own time: that of the page, which may jump ahead, as after sleep. */
export interface FrameClock {
  /** ms */
  now(): number;
  setTimeout(action: () => void, delay: number): object;
  clearTimeout(timer: object | undefined): void;
  /** Jumps ahead: what falls due on the way happens now, in its order. ms */
  skip(time: number): void;
}

interface Timer {
  readonly action: () => void;
  readonly due: number;
  handle: ReturnType<typeof setTimeout>;
}

/** Makes a clock on the page's timers as they are at each use, real or fake. */
export function createFrameClock(): FrameClock {
  const timers = new Set<Timer>();
  let skipped = 0;
  const now = (): number => performance.now() + skipped;

  function run(timer: Timer): void {
    if (timers.delete(timer)) timer.action();
  }
  function arm(timer: Omit<Timer, 'handle'>): Timer {
    const armed = timer as Timer;
    armed.handle = setTimeout(() => run(armed), Math.max(0, timer.due - now()));
    return armed;
  }
  return {
    now,
    setTimeout(action, delay) {
      const timer = arm({ action, due: now() + delay });
      timers.add(timer);
      return timer;
    },
    clearTimeout(timer) {
      if (!timer || !timers.delete(timer as Timer)) return;
      clearTimeout((timer as Timer).handle);
    },
    skip(time) {
      skipped += time;
      for (const timer of [...timers].sort((one, other) => one.due - other.due)) {
        if (!timers.has(timer)) continue;
        clearTimeout(timer.handle);
        if (timer.due <= now()) run(timer);
        else arm(timer);
      }
    },
  };
}
