import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sayWaiting } from '../../src/development/sayWaiting.ts';

const warn = vi.spyOn(console, 'warn');

beforeEach(() => {
  vi.useFakeTimers();
  warn.mockReset().mockReturnValue();
});
afterEach(() => {
  vi.useRealTimers();
});

test('an embed that waits for a source of sessions is said once, and not at once', () => {
  const look = sayWaiting(() => true);
  look();
  vi.advanceTimersByTime(4_999);
  expect(warn).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  look();
  vi.advanceTimersByTime(60_000);
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/^Meshes embed: source-missing: .* Seen: it is mounted, and waits for endpoint/)],
  ]);
});

test('one whose source came in time, or that was taken out, is not said', () => {
  let waits = true;
  const look = sayWaiting(() => waits);
  look();
  waits = false;
  vi.advanceTimersByTime(60_000);
  expect(warn).not.toHaveBeenCalled();
});
