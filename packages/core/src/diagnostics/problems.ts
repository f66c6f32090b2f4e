import type { ProblemCode } from '../problem/codes.ts';
import { problemInBrief, type EmbedProblem } from '../problem/problem.ts';
import { problemCatalogue } from './problemCatalogue.ts';

/**
 * Makes a problem, in the words of the catalogue.
 *
 * @param seen - what was seen this time, in few words: a status, an origin, a duration. Never a secret.
 */
export function problemOf(code: ProblemCode, seen?: string): EmbedProblem {
  const { summary: message, remedy } = problemCatalogue[code];
  return { ...problemInBrief({ code }), message: seen ? `${message.slice(0, -1)} (${seen}).` : message, remedy };
}
