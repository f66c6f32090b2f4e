import type { MeshesEmbed } from '../embed/meshesEmbed.ts';

/**
 * What a page may do with an embed that an adapter holds: steer it, ask it, and hand it to `connectInspector`. The
 * functions need no `this` and stay the same.
 */
export type MeshesEmbedHandle = Pick<
  MeshesEmbed,
  'refresh' | 'relaunch' | 'goTo' | 'park' | 'signOut' | 'diagnose' | 'getSnapshot' | 'trace' | 'observe'
>;

/** The handle of an embed: all of it but what the adapter does itself. */
export function handleOf({ mount, update, subscribe, preload, destroy, ...handle }: MeshesEmbed): MeshesEmbedHandle {
  return handle;
}
