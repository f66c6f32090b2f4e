import { expect, test } from 'vitest';
import { compareTraces, type TraceEvent } from '../../src/inspect/index.ts';

const step = (name: string, changes: Partial<TraceEvent> = {}): TraceEvent => ({
  version: 1,
  index: 0,
  at: 0,
  kind: 'state',
  name,
  ...changes,
});

test('equal but for times and indices, and the order in which data was written', () => {
  const left = [step('minting', { data: { from: 'idle', by: 'MOUNT' } }), step('live', { at: 900, index: 1 })];
  const right = [step('minting', { data: { by: 'MOUNT', from: 'idle' }, at: 3 }), step('live', { at: 7, index: 9 })];
  expect(compareTraces(left, right)).toBeNull();
  expect(compareTraces([], [])).toBeNull();
});

test.each<[string, TraceEvent[], TraceEvent[], number]>([
  ['another name', [step('minting'), step('live')], [step('minting'), step('failed')], 1],
  ['another kind', [step('live')], [step('live', { kind: 'in' })], 0],
  ['other data', [step('live', { data: { by: 'READY' } })], [step('live', { data: { by: 'LOADED' } })], 0],
  ['data on one side', [step('live', { data: {} })], [step('live', { data: { by: 'READY' } })], 0],
  ['a step less', [step('minting'), step('live')], [step('minting')], 1],
  ['a step more', [], [step('minting')], 0],
])('%s: tells where, and both', (_name, left, right, position) => {
  const difference = compareTraces(left, right);
  expect(difference).toMatchObject({ position, left: left[position] ?? null, right: right[position] ?? null });
  expect(difference?.text).toContain(`step ${position}`);
});

test('the text shows both steps', () => {
  expect(compareTraces([step('live', { data: { by: 'READY' } })], [])?.text).toBe(
    'step 0\n  - state live by=READY\n  + (no step)',
  );
});
