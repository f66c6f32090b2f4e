import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');
const documents = read('README.md') + read('../../docs/testing.md');

const files =
  '{IntegrationsPage.vue,IntegrationsPage.svelte,*.test.ts,*.test.tsx,*.stories.tsx,*.spec.ts,*.config.ts,*.config.mjs,sandbox.ts,Dockerfile}';
const shown = globSync(`recipes/*/${files}`, { cwd: fileURLToPath(new URL('../..', import.meta.url)) })
  // The same as with React under Vitest.
  .filter((path) => path !== join('recipes', 'jest', 'IntegrationsPage.test.tsx'));

test('there are recipes to show', () => expect(shown.length).toBeGreaterThanOrEqual(11));

test.each(shown)('the documents show %s as it is run', (path) => {
  expect(documents).toContain(`\n${read(path)}\`\`\`\n`);
});
