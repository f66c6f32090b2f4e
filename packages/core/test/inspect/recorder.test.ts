import { afterEach, expect, test, vi } from 'vitest';
import { createRecorder } from '../../src/inspect/recorder.ts';

afterEach(() => vi.unstubAllGlobals());

test('notes each step with its version, index and time', () => {
  let time = 0;
  const recorder = createRecorder(() => (time += 10.4));
  recorder.note('state', 'minting', { from: 'idle' });
  recorder.note('in', 'meshes:ready');
  expect(recorder.events()).toEqual([
    { version: 1, index: 0, at: 10, kind: 'state', name: 'minting', data: { from: 'idle' } },
    { version: 1, index: 1, at: 21, kind: 'in', name: 'meshes:ready' },
  ]);
  expect(JSON.parse(JSON.stringify(recorder.events()))).toEqual(recorder.events());
});

test.each([999, 1_000, 1_001, 2_500])('of %d steps the last 1,000 are kept, the oldest first', (steps) => {
  const recorder = createRecorder(() => 0);
  for (let step = 0; step < steps; step++) recorder.note('drop', 'other-source');
  const first = Math.max(0, steps - 1_000);
  expect(recorder.events().map(({ index }) => index)).toEqual(
    Array.from({ length: steps - first }, (_, at) => first + at),
  );
  expect(recorder.counts['drop other-source']).toBe(steps);
});

test('what was given out does not change afterwards', () => {
  const recorder = createRecorder(() => 0);
  recorder.note('in', 'first');
  const events = recorder.events();
  recorder.note('in', 'second');
  expect(events).toHaveLength(1);
});

test('what is only counted is in no trace', () => {
  const recorder = createRecorder(() => 0);
  const listener = vi.fn();
  recorder.observe(listener);
  recorder.count('drop', 'not-open');
  expect(recorder.events()).toEqual([]);
  expect(listener).not.toHaveBeenCalled();
  expect(recorder.counts).toEqual({ 'drop not-open': 1 });
});

test('tells its listeners until they go; one that throws is reported and disturbs no other', () => {
  const report = vi.fn();
  vi.stubGlobal('reportError', report);
  const recorder = createRecorder(() => 0);
  const heard: string[] = [];
  const broken = new Error('broken listener');
  const stopFirst = recorder.observe(({ name }) => heard.push(`first ${name}`));
  recorder.observe(() => {
    throw broken;
  });
  recorder.observe(({ name }) => heard.push(`last ${name}`));
  recorder.note('in', 'a');
  stopFirst();
  recorder.note('in', 'b');
  expect(heard).toEqual(['first a', 'last a', 'last b']);
  expect(report.mock.calls).toEqual([[broken], [broken]]);
});
