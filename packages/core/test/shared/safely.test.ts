import { afterEach, expect, test, vi } from 'vitest';
import { safely } from '../../src/shared/safely.ts';

afterEach(() => void vi.unstubAllGlobals());

const error = new Error('of the page');
const fail = (): void => {
  throw error;
};

test('what the page throws is reported as an uncaught error', () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  safely(fail);
  expect(reported).toHaveBeenCalledExactlyOnceWith(error);
});

test('it is printed where there is no reportError, as in the jsdom of Jest', () => {
  vi.stubGlobal('reportError', undefined);
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  safely(fail);
  expect(printed).toHaveBeenCalledExactlyOnceWith(error);
  printed.mockRestore();
});
