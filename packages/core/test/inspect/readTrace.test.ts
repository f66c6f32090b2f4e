import { describe, expect, test } from 'vitest';
import { readTrace, TraceError, writeTrace, type TraceEvent } from '../../src/inspect/index.ts';

const event: TraceEvent = {
  version: 1,
  index: 0,
  at: 12,
  kind: 'state',
  name: 'live',
  data: { from: 'launching', by: 'READY' },
};

test('what was written is what is read', () => {
  const trace: TraceEvent[] = [event, { version: 1, index: 1, at: 12.5, kind: 'out', name: 'meshes:auth' }];
  expect(readTrace(JSON.stringify(trace))).toEqual(trace);
  expect(readTrace('[]')).toEqual([]);
  expect(readTrace(writeTrace(trace))).toEqual(trace);
  expect(readTrace(writeTrace([]))).toEqual([]);
});

test('a saved trace says itself that it may be shared, one step a line', () => {
  const text = writeTrace([event, { ...event, index: 1 }]);
  expect(JSON.parse(text)).toMatchObject({
    notice: expect.stringMatching(/no token, no secret, no launch URL.*nothing needs to be taken out/),
  });
  expect(text.split('\n').filter((line) => line.includes('"index"'))).toHaveLength(2);
});

describe('refused', () => {
  test.each([
    ['no JSON', 'no trace', 'trace-not-json', /got 8 characters/],
    ['nothing', '', 'trace-not-json', /JSON/],
    ['an object', '{}', 'trace-malformed', /an array/],
    ['an object with other events', '{"events":{}}', 'trace-malformed', /an array/],
    ['null', 'null', 'trace-malformed', /an array/],
    ['a list of numbers', '[7]', 'trace-malformed', /event 0: expected an object/],
    ['a list of null', '[null]', 'trace-malformed', /event 0: expected an object/],
    [
      'another version',
      JSON.stringify([event, { ...event, version: 2 }]),
      'trace-version',
      /event 1: expected version 1/,
    ],
    ['no version', JSON.stringify([{ ...event, version: undefined }]), 'trace-version', /event 0/],
    ['an index that is no integer', JSON.stringify([{ ...event, index: 0.5 }]), 'trace-malformed', /event 0/],
    ['a time that is no number', JSON.stringify([{ ...event, at: '12' }]), 'trace-malformed', /event 0/],
    ['an unknown kind', JSON.stringify([{ ...event, kind: 'constructor' }]), 'trace-malformed', /event 0/],
    ['no name', JSON.stringify([{ ...event, name: 7 }]), 'trace-malformed', /event 0/],
    ['data that is no object', JSON.stringify([{ ...event, data: null }]), 'trace-malformed', /event 0/],
  ] as const)('%s', (_name, text, code, message) => {
    expect(() => readTrace(text)).toThrow(TraceError);
    expect(() => readTrace(text)).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }));
  });
});
