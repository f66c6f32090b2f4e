import type { EmbedProblem, SeenProblem } from '../problem/problem.ts';
import type { MeshesEmbedOptions } from './options.ts';

/** What an embed says to developers: in words in development builds, and in codes in all others. */
export interface DeveloperWords {
  /** Puts a problem into words. */
  readonly tellProblem: (problem: SeenProblem) => EmbedProblem;
  /** Refuses options that make no sense. @throws MeshesEmbedError `bad-option` */
  readonly checkOptions: (options: Partial<MeshesEmbedOptions>) => void;
}
