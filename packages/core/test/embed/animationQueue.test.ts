import { expect, test, vi } from 'vitest';
import { createAnimationQueue } from '../../src/embed/animationQueue.ts';

/** A window whose frames a test draws. */
function createView() {
  const waiting = new Map<number, () => void>();
  let last = 0;
  const view = {
    requestAnimationFrame: (action: () => void) => (waiting.set((last += 1), action), last),
    cancelAnimationFrame: (handle: number) => void waiting.delete(handle),
  } as unknown as Window;
  return {
    view,
    waiting,
    draw() {
      const actions = [...waiting.values()];
      waiting.clear();
      for (const action of actions) action();
    },
  };
}

test('of several of one name the last is done, once, when the next frame is drawn', () => {
  const { view, draw, waiting } = createView();
  const queue = createAnimationQueue(() => view);
  const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
  queue.later('height', first);
  queue.later('height', second);
  queue.later('page', other);
  expect(waiting.size).toBe(1);
  draw();
  draw();
  expect([first, second, other].map(({ mock }) => mock.calls.length)).toEqual([0, 1, 1]);
});

test('what is done at once is so once in a frame', () => {
  const { view, draw } = createView();
  const queue = createAnimationQueue(() => view);
  const done: string[] = [];
  for (const name of ['one', 'two', 'three']) queue.now('ask', () => done.push(name));
  expect(done).toEqual(['one']);
  draw();
  expect(done).toEqual(['one', 'three']);
  draw();
  queue.now('ask', () => done.push('four'));
  expect(done).toEqual(['one', 'three', 'four']);
});

test('1.9l: what waits for a frame is forgotten with the iframe, and what comes later is done', () => {
  const { view, draw, waiting } = createView();
  const queue = createAnimationQueue(() => view);
  const [former, next] = [vi.fn(), vi.fn()];
  queue.later('height', former);
  queue.clear();
  expect(waiting.size).toBe(0);
  draw();
  queue.later('height', next);
  draw();
  expect([former.mock.calls.length, next.mock.calls.length]).toEqual([0, 1]);
});

test('without a window nothing is asked for, and nothing is lost once there is one', () => {
  const { view, draw } = createView();
  let shown: Window | null = null;
  const queue = createAnimationQueue(() => shown);
  const action = vi.fn();
  queue.later('height', action);
  shown = view;
  queue.later('page', () => {});
  draw();
  expect(action).toHaveBeenCalledOnce();
});
