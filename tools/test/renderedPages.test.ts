import { expect, test } from 'vitest';
import type { RenderedPage } from '../hosts/pages/pages.ts';
import { pageFaults, type PageResult } from '../hosts/pages/playPages.ts';
import { pagesTable } from '../hosts/pages/table.ts';

const page: RenderedPage = {
  name: 'solid',
  title: 'Solid',
  file: 'src/Integrations.jsx',
  install: { 'solid-js': '1.9.20' },
  production: { start: () => [] },
  reasons: { properties: 'it has none' },
};

const result = (faults: Record<string, string | null>): PageResult => ({
  page,
  version: '1.9.20',
  build: 'production',
  played: Object.entries(faults).map(([check, fault]) => ({ check, fault })),
  fault: null,
});

test('a check that fails for a known reason is no fault, and any other is', () => {
  expect(pageFaults(result({ live: null, properties: 'undefined' }))).toEqual([]);
  expect(pageFaults(result({ 'one mint': '2 mints\nat length' }))).toEqual(['Solid, production, one mint: 2 mints']);
  expect(pageFaults({ ...result({}), fault: 'it does not build' })).toEqual(['Solid, production: it does not build']);
});

test('the table shows what fails as failing', () => {
  const table = pagesTable(
    [result({ live: null, 'one mint': '2 mints\nat length', properties: 'undefined' })],
    new Date(0),
  );
  expect(table).toContain('| Solid | 1.9.20 | production | 1 of 3 | one mint [1], properties [2] |');
  expect(table).toContain('1. **one mint** in Solid: fails: 2 mints\n2. **properties** in Solid: it has none');
});

test('an app that does not run has a row, too', () => {
  const table = pagesTable([{ ...result({}), fault: 'it does not build' }], new Date(0));
  expect(table).toContain('| Solid | 1.9.20 | production | could not be run |  |');
});
