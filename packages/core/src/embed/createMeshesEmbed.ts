import { problemInBrief } from '../problem/problem.ts';
import { checkOptions } from './checkOptions.ts';
import { makeEmbed } from './makeEmbed.ts';
import type { MeshesEmbed } from './meshesEmbed.ts';
import type { MeshesEmbedOptions } from './options.ts';

/**
 * Makes an embed. Nothing happens, and nothing is held, until it is mounted; so it may be made anywhere, a server
 * included.
 *
 * @throws MeshesEmbedError `bad-option`
 */
export function createMeshesEmbed(initial: MeshesEmbedOptions): MeshesEmbed {
  return makeEmbed(initial, { tellProblem: problemInBrief, checkOptions });
}
