import { install } from '@sinonjs/fake-timers';

/** The page's time in a spec's hands: it stands still but for what a spec does. What is drawn keeps the browser's pace. */
export interface HeldTime {
  /** Goes on by so many ms at once; a timer that is due on the way fires once, as after a hold-up of the page. */
  jump(ms: number): void;
  /** The wall clock goes on by so many ms, and no timer fires: so a machine sleeps. */
  sleep(ms: number): void;
  /** Gives time back to the browser. Timers that were set meanwhile never fire. */
  release(): void;
}

/**
 * Takes timers and clocks out of the browser's hands.
 *
 * @param now - what the wall clock says at the start, as a date; null for the true time
 */
export function heldTime(now: string | null): HeldTime {
  const clock = install({
    now: now === null ? Date.now() : new Date(now),
    toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  });
  return {
    jump: (ms) => void clock.jump(ms),
    release: () => clock.uninstall(),
    sleep: (ms) => clock.setSystemTime(Date.now() + ms),
  };
}
