import { createMeshesEmbed as create } from '../embed/createMeshesEmbed.ts';
import type { MeshesEmbed } from '../embed/meshesEmbed.ts';
import type { MeshesEmbedOptions } from '../embed/options.ts';
import { sayFailedChecks } from './sayFailedChecks.ts';

export type * from '../index.ts';
export { MeshesEmbedError } from '../embed/meshesEmbedError.ts';

/**
 * Makes an embed, as `createMeshesEmbed` does everywhere, and says on the console what its diagnosis finds. Bundlers
 * take this entry for a build in development mode, by the condition `development`; other builds hold nothing of it.
 *
 * @throws MeshesEmbedError `bad-option`
 */
export function createMeshesEmbed(initial: MeshesEmbedOptions): MeshesEmbed {
  const embed = create(initial);
  sayFailedChecks(embed);
  return embed;
}
