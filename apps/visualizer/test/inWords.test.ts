import type { TraceEvent, TraceKind } from '@meshes-embed/core/inspect';
import { expect, test } from 'vitest';
import { inWords, nextInWords, whenInWords } from '../src/trace/inWords.ts';
import { traceAddressOf } from '../src/trace/traceAddress.ts';
import type { View } from '../src/trace/viewFacts.ts';

const step = (at: number, kind: TraceKind, name: string, data?: TraceEvent['data']): TraceEvent => ({
  version: 1,
  index: at,
  at,
  kind,
  name,
  ...(data && { data }),
});
const trace = [
  step(0, 'effect', 'fetch-session', { page: 'rules', reason: 'mount' }),
  step(41_000, 'effect', 'show-frame'),
  step(41_000, 'state', 'launching.opening', { from: 'minting.asking', by: 'done' }),
  step(41_300, 'in', 'meshes:ready'),
  step(41_300, 'out', 'meshes:auth', { generation: 1 }),
  step(41_300, 'state', 'live', { from: 'launching.opening', by: 'READY' }),
  step(50_000, 'problem', 'backend-failed', { seen: 'status 503' }),
];
const told = (position: number): string[] => inWords(trace, position).map(({ text }) => text);

test('a trace is told step by step, with the times between them', () => {
  expect(told(trace.length - 1)).toEqual([
    'A session for rules was asked for, as the embed was mounted.',
    'The launch URL was used 41 s after it was asked for. It may be 15 to 60 s old at most.',
    'The embed reported ready, 300 ms after its launch.',
    'The token (number 1) was sent.',
    'Problem backend-failed: Your backend failed to give a session. (status 503)',
  ]);
});

test('only what had happened by then is told', () => {
  expect(told(0)).toHaveLength(1);
  expect(inWords(trace, 3).at(-1)).toMatchObject({ at: 3 });
});

test('what comes next is the rule of the state, and what the trace has', () => {
  expect(nextInWords('launching.opening', trace, 2)).toMatch(/within 15 s.* Here it went to live, 300 ms later\.$/);
  expect(nextInWords('live', trace, 6)).toMatch(/85 % and 90 % of the token’s life/);
  expect(nextInWords('failed', [], 0)).toMatch(/^Nothing by itself/);
});

test('of a running embed it is told when the next step follows', () => {
  const view: View = {
    status: 'live',
    page: null,
    height: null,
    sessionId: null,
    workspaceId: null,
    role: null,
    expiresAt: 1_000_000,
    problem: null,
    retryAt: null,
    onScreen: true,
    slow: false,
  };
  expect(whenInWords(view, 808_000)).toBe('The token ends in 3 min 12 s; a newer one is asked for before.');
  expect(whenInWords({ ...view, status: 'refreshing' }, 940_000)).toBe(
    'The token ends in 1 min; the newer one is on its way.',
  );
  expect(whenInWords(view, 1_000_001)).toBe('The token has ended.');
  expect(whenInWords({ ...view, status: 'recovering', retryAt: 12_000 }, 0)).toBe('The next try is in 12 s.');
  expect(whenInWords({ ...view, status: 'recovering', retryAt: 12_000 }, 12_100)).toBe('The next try is now.');
  expect(whenInWords({ ...view, status: 'failed' }, 0)).toBe('');
  expect(whenInWords({ ...view, expiresAt: null }, 0)).toBe('');
});

test('a link may name a trace of its own origin only', () => {
  const page = (address: string) =>
    `https://docs.example.com/visualizer/?trace=${encodeURIComponent(address)}#recorded`;
  expect(traceAddressOf('https://docs.example.com/visualizer/')).toBeNull();
  expect(traceAddressOf(page('traces/one.json'))).toBe('https://docs.example.com/visualizer/traces/one.json');
  expect(traceAddressOf(page('blob:https://docs.example.com/7'))).toBe('blob:https://docs.example.com/7');
  for (const other of [
    'https://other.example.com/one.json',
    '//other.example.com/',
    'blob:https://other.example.com/7',
    'data:application/json,[]',
    'javascript:0',
  ])
    expect(() => traceAddressOf(page(other))).toThrow(/another origin/);
});
