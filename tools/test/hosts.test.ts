import { expect, test } from 'vitest';
import { mounts, writeDocument } from '../hosts/document.ts';
import type { Host } from '../hosts/hosts.ts';
import { faultsOf, type HostResult } from '../hosts/playHosts.ts';

const host: Host = {
  name: 'express',
  title: 'Express',
  folder: 'express',
  file: 'app.js',
  install: {},
  start: () => [],
  reasons: { GET: 'it has no methods' },
};

const result = (faults: Record<string, string | null>): HostResult => ({
  host,
  version: '5.3.0',
  played: Object.entries(faults).map(([check, fault]) => ({ check, fault })),
  fault: null,
});

test('a check that fails for a known reason is no fault, and any other is', () => {
  expect(faultsOf(result({ mint: null, GET: 'answered 200' }))).toEqual([]);
  expect(faultsOf(result({ mint: 'answered 500\nat length', GET: 'answered 200' }))).toEqual([
    'Express, mint: answered 500',
  ]);
});

test('a reason that is out of date is a fault', () => {
  expect(faultsOf(result({ GET: null }))).toEqual([expect.stringContaining('holds, and tools/hosts/hosts.ts')]);
});

test('a host that could not be run is a fault, and shown as that', () => {
  const broken = { ...result({}), fault: 'express ended before it served' };
  expect(faultsOf(broken)).toEqual(['Express: express ended before it served']);
  expect(writeDocument([broken], new Date(0))).toContain('| Express | 5.3.0 | as it is | could not be run |');
});

test('the document counts what holds, names what does not, and says why', () => {
  const text = writeDocument([result({ mint: null, page: 'answered 500', GET: 'answered 200' })], new Date(0));
  expect(text).toContain('Run on 1970-01-01');
  expect(text).toContain('| Express | 5.3.0 | as it is | 1 of 3 | page [1], GET [2] |');
  expect(text).toContain('1. **page** in Express: fails: answered 500');
  expect(text).toContain('2. **GET** in Express: it has no methods');
  expect(text).toContain(mounts());
});
