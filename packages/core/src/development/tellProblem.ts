import type { ProblemCode } from '../diagnostics/codes.ts';
import type { EmbedProblem, SeenProblem } from '../diagnostics/problem.ts';
import { problemOf } from '../diagnostics/problems.ts';

/** The host cures these by allowing the origin of its page. */
const curedByOrigin: readonly ProblemCode[] = ['ready-missing', 'embed-blocked'];

/** Puts a problem into the words of the catalogue; where the page's origin is what matters, with that. */
export function tellProblem({ code, seen }: SeenProblem): EmbedProblem {
  return problemOf(code, curedByOrigin.includes(code) ? `this page is ${globalThis.location?.origin}` : seen);
}
