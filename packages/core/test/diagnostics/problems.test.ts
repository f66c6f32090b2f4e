import { expect, test } from 'vitest';
import {
  causes,
  defaultTexts,
  problemCatalogue,
  problemOf,
  type CauseCode,
  type ProblemCode,
} from '../../src/diagnostics/index.ts';
import { problemInBrief } from '../../src/problem/problem.ts';

const codes = Object.keys(problemCatalogue) as ProblemCode[];

test.each(codes)('%s says what was seen, what to do, and where it is explained', (code) => {
  const problem = problemOf(code);
  expect(problem).toMatchObject({ code, retryable: expect.any(Boolean) });
  for (const text of [problem.message, problem.remedy]) expect(text).toMatch(/^[A-Z].+[.?]$/);
  expect(Object.values(defaultTexts)).toContain(problem.userMessage);
  expect(new URL(problem.docs)).toMatchObject({ protocol: 'https:', hash: `#${code}` });
});

test('what was seen this time goes into the message, and leaves the catalogue as it is', () => {
  const told = problemOf('backend-failed', 'status 503');
  expect(told.message).toContain('status 503');
  expect(problemOf('backend-failed').message).not.toContain('503');
});

test('a problem and its cause say the same', () => {
  for (const code of codes)
    expect(problemOf(code)).toMatchObject({ message: causes[code].summary, remedy: causes[code].remedy });
});

test('the page cannot tell what its own function threw but by the very object', () => {
  const cause = new TypeError('mistake');
  expect(problemInBrief({ code: 'host-function-threw', seen: 'TypeError', cause })).toMatchObject({
    message: 'host-function-threw (TypeError)',
    cause,
  });
  expect(problemInBrief({ code: 'backend-failed' })).not.toHaveProperty('cause');
});

test.each([
  ['backend-unreachable', /connection/],
  ['backend-failed', /^The service is busy/],
  ['backend-timeout', /^The service is busy/],
  ['endpoint-redirects', /^Sign in/],
] as const)('%s tells the user only what was seen: %s', (code, words) => {
  const { userMessage } = problemOf(code);
  expect(userMessage).toMatch(words);
  expect(userMessage.includes('connection')).toBe(code === 'backend-unreachable');
});

test.each(Object.keys(causes) as CauseCode[])(
  '%s says what it means, what to do, and what is done by itself, in whole sentences',
  (code) => {
    for (const text of Object.values({ ...causes[code], symptom: 'A symptom.' }))
      expect(text).toMatch(/^[A-Za-z].+[.?]$/);
  },
);
