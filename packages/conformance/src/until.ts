import { vi } from 'vitest';

/**
 * Waits until an assertion holds, for as long as a loaded machine may need; a healthy one is done in milliseconds.
 *
 * @throws the assertion's last error.
 */
export function until<Result>(assertion: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(assertion, { timeout: 15_000, interval: 10 });
}
