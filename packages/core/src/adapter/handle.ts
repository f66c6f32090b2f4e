import type { MeshesEmbed } from '../embed/meshesEmbed.ts';

/**
 * What a page may do with an embed that an adapter holds: steer it, ask it, and hand it to `connectInspector`. The
 * functions need no `this` and stay the same.
 */
export type MeshesEmbedHandle = Pick<
  MeshesEmbed,
  'refresh' | 'relaunch' | 'goTo' | 'signOut' | 'diagnose' | 'getSnapshot' | 'trace' | 'observe'
>;

/** The handle of an embed. */
export function handleOf({
  refresh,
  relaunch,
  goTo,
  signOut,
  diagnose,
  getSnapshot,
  trace,
  observe,
}: MeshesEmbed): MeshesEmbedHandle {
  return { refresh, relaunch, goTo, signOut, diagnose, getSnapshot, trace, observe };
}
