import type { TraceEvent, TraceKind } from '@meshes-embed/core/inspect';
import { expect, test } from 'vitest';
import { hostChart } from '../src/chart/charts.ts';
import { matchingSteps } from '../src/trace/matchingSteps.ts';
import { momentAt } from '../src/trace/moment.ts';
import { detailOf, timeText } from '../src/trace/stepText.ts';
import { contextFacts, viewFacts } from '../src/trace/viewFacts.ts';

const step = (index: number, kind: TraceKind, name: string, data?: TraceEvent['data']): TraceEvent => ({
  version: 1,
  index,
  at: index * 10,
  kind,
  name,
  ...(data && { data }),
});
const trace = [
  step(0, 'effect', 'fetch-session', { page: 'dashboard', reason: 'mount' }),
  step(1, 'state', 'minting', { from: 'idle', by: 'MOUNT' }),
  step(2, 'state', 'recovering', { from: 'minting', by: 'xstate.error.actor.0.embed.minting' }),
  step(3, 'problem', 'backend-failed'),
  step(4, 'drop', 'other-origin'),
  step(5, 'state', 'launching.opening', { from: 'minting', by: 'xstate.done.actor.0.embed.minting' }),
  step(6, 'state', 'live', { from: 'launching.opening', by: 'READY' }),
];

test('a moment is the last move at or before it', () => {
  expect(momentAt(hostChart, trace, 0)).toMatchObject({ state: 'idle', taken: [] });
  expect([...momentAt(hostChart, trace, 4).active]).toEqual(['recovering']);
  expect(momentAt(hostChart, trace, 4).taken.map(({ event }) => event)).toEqual(['error']);
  expect([...momentAt(hostChart, trace, 5).active]).toEqual(['launching.opening', 'launching']);
  expect(momentAt(hostChart, [], -1)).toMatchObject({ state: 'idle' });
});

test('a problem is shown until it is live again', () => {
  expect(viewFacts('recovering', null, trace, 4)).toContainEqual(['problem', 'backend-failed']);
  expect(viewFacts('live', null, trace, 6)).toEqual([['state', 'live']]);
});

test('what the trace tells of the memory is counted up to the moment', () => {
  expect(contextFacts(trace, 0)).toContainEqual(['sessions asked for', '1']);
  expect(contextFacts(trace, 3)).toContainEqual(['messages dropped', '0']);
  expect(contextFacts(trace, 4)).toContainEqual(['messages dropped', '1']);
});

test('steps are filtered by kind, and searched in what is shown of them', () => {
  expect(matchingSteps(trace, { hidden: new Set(['state']), search: '' })).toEqual([0, 3, 4]);
  expect(matchingSteps(trace, { hidden: new Set(), search: 'OTHER-origin' })).toEqual([4]);
  expect(matchingSteps(trace, { hidden: new Set(), search: 'by error' })).toEqual([2]);
});

test('steps and times are told as people read them', () => {
  expect(detailOf(trace[2]!)).toBe('from minting by error');
  expect(detailOf(trace[0]!)).toBe('page dashboard, reason mount');
  expect(timeText(1_234)).toBe('1.234 s');
  expect(timeText(61_500)).toBe('1:01.500');
});
