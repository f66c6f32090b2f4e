import { expect, test } from 'vitest';
import { fakeMeshes } from '../../src/index.ts';

test('a server may make one; a launch needs a page, which is said', async () => {
  const fake = fakeMeshes();
  const { signal } = new AbortController();
  await expect(fake.options.fetchSession({ page: 'rules', reason: 'mount', signal })).rejects.toMatchObject({
    code: 'no-page',
    message: expect.stringContaining('jsdom, happy-dom or a browser'),
  });
  fake.restore();
});
