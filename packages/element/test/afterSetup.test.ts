import { afterEach, expect, test, vi } from 'vitest';
import { afterSetup } from '../src/afterSetup.ts';

afterEach(() => void vi.unstubAllGlobals());

test.each([true, false])('begins behind the task that made the element (with MessageChannel: %s)', async (channels) => {
  if (!channels) vi.stubGlobal('MessageChannel', undefined);
  const begun = await new Promise((resolve) => {
    let setUp = false;
    afterSetup(false, () => resolve(setUp));
    setUp = true;
  });
  expect(begun).toBe(true);
});
