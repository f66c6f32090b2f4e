import { expect, test } from 'vitest';
import { formatSpecs } from '../../src/matrix/formatSpecs.ts';
import type { SpecResult } from '../../src/matrix/specResult.ts';

const spec = (project: string, titles: string[], rest: Partial<SpecResult> = {}): SpecResult => ({
  project,
  file: 'some.spec.ts',
  titles,
  passed: true,
  said: '',
  steps: 8,
  ...rest,
});

test('the apps stand in the order of the demo, whichever were read first', () => {
  const table = formatSpecs([
    spec('chromium', ['it goes live', 'vue'], { passed: false, said: 'no' }),
    spec('chromium', ['it goes live', 'react']),
  ]);
  expect(table).toContain('by app: react, vue.');
  expect(table).toMatch(/^it goes live +8 +✓✗$/m);
  expect(table).toContain('1 scenarios × 2 apps × 1 engines: 1 of 2 plays equal.');
});

test('a play that is missing is no equal one', () => {
  const table = formatSpecs([
    spec('chromium', ['it goes live', 'react']),
    spec('firefox', ['it goes live', 'react']),
    spec('chromium', ['it is moved', 'react']),
  ]);
  expect(table).toMatch(/^it is moved +8 +✓ +✗$/m);
});

test('what an engine cannot play is told with its reason', () => {
  expect(formatSpecs([spec('webkit', ['it sleeps', 'react'], { limit: 'its driver cannot' })])).toContain(
    'webkit: it sleeps: its driver cannot',
  );
});

test('failures have a table of their own, and other specs none', () => {
  const table = formatSpecs([
    spec('failures', ['Stale-token 401: token-stale', 'element']),
    spec('trust', ['who speaks', 'a stranger']),
  ]);
  expect(table).toContain('1 causes × 1 apps: 1 of 1 told and cured.');
  expect(table).not.toContain('who speaks');
});
