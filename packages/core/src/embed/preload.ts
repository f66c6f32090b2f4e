import { createMeshesEmbed } from './createMeshesEmbed.ts';
import type { PreloadOptions } from './meshesEmbed.ts';
import type { MeshesEmbedOptions } from './options.ts';

/**
 * Launches an embed out of sight, for the next one that is mounted with the same `endpoint`, `identity` and `page`: call it when
 * the user is about to go there. Where no iframe can be moved, only the session is fetched. If no one comes for it, it ends
 * after two minutes, or after `keepAlive`.
 *
 * @throws MeshesEmbedError `bad-option`
 */
export function preload(options: MeshesEmbedOptions, how?: PreloadOptions): void {
  createMeshesEmbed(options).preload(how);
}
