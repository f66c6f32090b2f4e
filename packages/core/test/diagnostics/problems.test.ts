import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemCatalogue, problemOf, type ProblemCode } from '../../src/diagnostics/index.ts';

const codes = Object.keys(problemCatalogue) as ProblemCode[];

test.each(codes)('%s says what was seen, what to do, and where it is explained', (code) => {
  const problem = problemOf(code);
  expect(problem).toMatchObject({ code, retryable: expect.any(Boolean) });
  for (const text of [problem.message, problem.remedy]) expect(text).toMatch(/^[A-Z].+[.?]$/);
  expect(new URL(problem.docs)).toMatchObject({ protocol: 'https:', hash: `#${code}` });
});

test('what was seen this time goes into the message, and leaves the catalogue as it is', () => {
  const told = problemOf('backend-failed', 'status 503');
  expect(told.message).toContain('status 503');
  expect(problemOf('backend-failed').message).not.toContain('503');
});

test('the troubleshooting page explains every problem, and no other', () => {
  const page = readFileSync(new URL('../../../../docs/troubleshooting.md', import.meta.url), 'utf8');
  const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(headings.toSorted()).toEqual(codes.toSorted());
});
