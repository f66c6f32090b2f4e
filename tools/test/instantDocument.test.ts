import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withInstantParts } from '../instantDocument.ts';
import { root } from '../workspace/paths.ts';

test('the ways of leaving and the recipes stand in the docs as they are played and measured', async () => {
  const path = join(root, 'docs', 'instant.md');
  await expect(withInstantParts(readFileSync(path, 'utf8'))).toMatchFileSnapshot(path);
});
