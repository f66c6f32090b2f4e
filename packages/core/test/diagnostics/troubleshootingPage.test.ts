import { expect, test } from 'vitest';
import { causes } from '../../src/diagnostics/index.ts';
import { troubleshootingPage } from './troubleshootingPage.ts';

test('docs/troubleshooting.md is what the catalogue says', async () => {
  await expect(troubleshootingPage()).toMatchFileSnapshot('../../../../docs/troubleshooting.md');
});

test.each(Object.keys(causes))('%s has the heading that a problem links to', (code) => {
  expect(troubleshootingPage()).toContain(`\n### ${code}\n`);
});
