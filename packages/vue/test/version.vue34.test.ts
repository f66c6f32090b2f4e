import { expect, test } from 'vitest';
import { version } from 'vue';

test('the tests run on Vue 3.4 here, and not on the newest once more', () => {
  expect(version).toMatch(/^3\.4\./);
});
