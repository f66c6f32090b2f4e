import type { MeshesEmbed } from '../embed/meshesEmbed.ts';

/** What a page may do with an embed that an adapter holds. The functions need no `this` and stay the same. */
export type MeshesEmbedHandle = Pick<MeshesEmbed, 'refresh' | 'relaunch' | 'diagnose'>;

/** The handle of an embed. */
export function handleOf({ refresh, relaunch, diagnose }: MeshesEmbed): MeshesEmbedHandle {
  return { refresh, relaunch, diagnose };
}
