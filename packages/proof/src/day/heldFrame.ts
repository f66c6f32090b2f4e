import { install } from '@sinonjs/fake-timers';
import type { DayPage } from './hostPage.ts';

/** A document's time in the hands of the one who drives it; every frame of the page has its own. */
export interface HeldFrame {
  /** Goes on by so many ms, a second after the other. After each, what was posted has been taken, and calls are answered. */
  tick(ms: number): Promise<void>;
  /** Goes on by so many ms at once, as in sleep: a timer that is due fires once, late. */
  wake(ms: number): Promise<void>;
  /** The wall clock is set by so many ms. */
  setClock(by: number): void;
  /** Resolves once all that was posted to this document before has been taken. */
  taken(): Promise<void>;
}

declare global {
  interface Window {
    held: HeldFrame;
    /** Only the page itself has it. */
    day?: DayPage;
  }
}

const secondMs = 1_000;

/** Set at noon: what the time is matters to no one here. */
const start = Date.UTC(2026, 0, 5, 12);

const clock = install({
  now: start,
  toFake: [
    'Date',
    'performance',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'requestAnimationFrame',
    'cancelAnimationFrame',
  ],
});

/** What is posted is taken in the order in which it was posted: by the time that this comes, all before has come. */
function taken(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

window.held = {
  async tick(ms) {
    for (let left = ms; left > 0; left -= secondMs) {
      clock.tick(Math.min(left, secondMs));
      await taken();
      await window.day?.settled();
    }
  },
  async wake(ms) {
    clock.jump(ms);
    await taken();
  },
  taken,
  setClock: (by) => clock.setSystemTime(Date.now() + by),
};
