import { expect, test } from 'vitest';
import { chartDocuments } from '../src/docs/chartDocuments.ts';

test('the charts in docs/ are what the machines draw', async () => {
  for (const [path, text] of await chartDocuments()) await expect(text).toMatchFileSnapshot(`../../../docs/${path}`);
});
