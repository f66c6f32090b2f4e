import { expect, test } from 'vitest';
import { retryAfterOf } from '../../src/session/retryAfter.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const dayMs = 86_400_000;
const waitOf = (fields: Record<string, string>): number | undefined => retryAfterOf(new Headers(fields), now);

test.each([
  ['7', 7000],
  [' 7 ', 7000],
  ['0', 0],
  ['86401', dayMs],
  ['9999999999', dayMs],
  ['Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
  ['Mon, 23 Nov 2026 11:00:00 GMT', 0],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['Fri, 01 Jan 2100 00:00:00 GMT', dayMs],
])('%j is %d ms', (text, expected) => {
  expect(waitOf({ 'retry-after': text })).toBe(expected);
});

test.each([
  '',
  'soon',
  '-5',
  '+5',
  '1.5',
  '1e3',
  '0x10',
  '5 s',
  '2030-01-01',
  '2030-01-01T00:00:00Z',
  '5, 7',
  '1/2/30',
  'Mon, 23 Nov 2026 12:00:30',
  'Mon, 23 Nov 2026 12:00:30 +0100',
  'Mon, 23 Foo 2026 12:00:30 GMT',
  'Mon, 23 Nov 2026 99:00:00 GMT',
  '99999999999999',
])('%j says nothing', (text) => {
  expect(waitOf({ 'retry-after': text })).toBeUndefined();
});

test('a date is compared with the answer’s own Date, where it has one that can be read', () => {
  const late = { 'retry-after': 'Mon, 23 Nov 2026 13:00:04 GMT' };
  expect(waitOf({ ...late, date: 'Mon, 23 Nov 2026 13:00:00 GMT' })).toBe(4000);
  expect(waitOf({ ...late, date: '-5' })).toBe(3_604_000);
  expect(waitOf({ 'retry-after': '4', date: 'Mon, 23 Nov 2026 13:00:00 GMT' })).toBe(4000);
});

test.each<[string, Parameters<typeof retryAfterOf>[0]]>([
  ['no headers', undefined],
  ['null', null],
  ['headers without get', {}],
  ['headers whose get gives no text', { get: () => ({}) }],
  ['headers without the field', new Headers()],
])('%s: undefined', (_name, headers) => {
  expect(retryAfterOf(headers, now)).toBeUndefined();
});
