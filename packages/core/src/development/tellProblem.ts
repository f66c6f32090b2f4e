import type { ProblemCode } from '../problem/codes.ts';
import { problemInBrief, type EmbedProblem, type SeenProblem } from '../problem/problem.ts';
import { problemOf } from '../diagnostics/problems.ts';
import { whoFrames } from '../embed/whyUnresponsive.ts';

/** The host cures these by allowing the origin of its page. */
const curedByOrigin: readonly ProblemCode[] = ['ready-missing', 'embed-blocked'];

/** Puts a problem into the words of the catalogue; where the page's origin is what matters, with that. */
export function tellProblem(problem: SeenProblem): EmbedProblem {
  const { code, seen } = problem;
  const { message, remedy } = problemOf(
    code,
    curedByOrigin.includes(code) ? whoFrames(globalThis.location ?? {}) : seen,
  );
  return { ...problemInBrief(problem), message, remedy };
}
