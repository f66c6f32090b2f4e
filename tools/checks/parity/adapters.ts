import { join } from 'node:path';
import type { Adapter } from '@meshes-embed/conformance/adapters';
import { callbackNames, settingNames } from '@meshes-embed/core/adapter';
import { readManifest } from '../../workspace/packages.ts';
import { root } from '../../workspace/paths.ts';

/** What an adapter calls the embed's options. */
export function optionsOf({ eventName }: Adapter): { settings: string[]; events: string[] } {
  return { settings: [...settingNames], events: callbackNames.map(eventName) };
}

/** An adapter's package. */
export const packageOf = ({ name }: Adapter): string => `@meshes-embed/${name}`;

/** The framework under an adapter, which is the app's own: all that it is a peer of, but for types. */
export function frameworksOf({ name }: Adapter): string[] {
  const peers = Object.keys(readManifest(join(root, 'packages', name)).peerDependencies ?? {});
  return peers.filter((peer) => !peer.startsWith('@types/'));
}

/** The same, with the sub-paths. */
export function frameworkOf(adapter: Adapter): RegExp[] {
  return frameworksOf(adapter).map((peer) => new RegExp(`^${peer}($|/)`));
}
