import { afterEach, expect, test, vi } from 'vitest';
import { tellProblem } from '../../src/development/tellProblem.ts';
import { problemInBrief } from '../../src/problem/problem.ts';
import { defaultTexts, problemCatalogue, type ProblemCode } from '../../src/diagnostics/index.ts';

const codes = Object.keys(problemCatalogue) as ProblemCode[];

afterEach(() => vi.unstubAllGlobals());

test.each(codes)('%s in words, and in brief: the same problem', (code) => {
  const { message, remedy, ...rest } = tellProblem({ code });
  expect(problemInBrief({ code })).toEqual({ ...rest, message: code, remedy: rest.docs });
  expect([message, remedy]).not.toContain(code);
});

test('what a function of the page threw is in both, and the words to the user are the same', () => {
  const seen = { code: 'host-function-threw', cause: new TypeError('mistake'), userText: 'signedOut' } as const;
  for (const tell of [tellProblem, problemInBrief])
    expect(tell(seen)).toMatchObject({ cause: seen.cause, userMessage: defaultTexts.signedOut });
});

test('what was seen is in both', () => {
  const seen = { code: 'backend-failed', seen: 'status 503' } as const;
  expect(tellProblem(seen).message).toBe('Your backend failed to give a session (status 503).');
  expect(problemInBrief(seen).message).toBe('backend-failed (status 503)');
});

test.each(['ready-missing', 'embed-blocked'] as const)('%s says whom to allow', (code) => {
  vi.stubGlobal('location', { origin: 'https://host.example' });
  expect(tellProblem({ code }).message).toContain('(this page is https://host.example)');
  vi.stubGlobal('location', { origin: 'https://host.example', ancestorOrigins: ['https://portal.example'] });
  expect(tellProblem({ code }).message).toContain(
    '(this page is https://host.example in a frame of https://portal.example)',
  );
});
