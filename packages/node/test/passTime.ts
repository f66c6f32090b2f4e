import type { TestClock } from './testClock.ts';

/** Lets second after second pass until something has come of the work. */
export async function passTime<T>(clock: TestClock, work: Promise<T>): Promise<T> {
  const waiting = new Set([work]);
  const settle = () => waiting.delete(work);
  work.then(settle, settle);
  while (waiting.size > 0) {
    await new Promise((resolve) => setImmediate(resolve));
    clock.advance(1000);
  }
  return await work;
}
