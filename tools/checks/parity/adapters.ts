import { join } from 'node:path';
import { readManifest } from '../../workspace/packages.ts';
import { root } from '../../workspace/paths.ts';

/** An adapter, and what it is held to. */
export interface Adapter {
  name: string;
  /** So many bytes it may have in an app, with core and XState, minified and compressed with brotli. */
  bytes: number;
}

/** Every adapter. A new one is one more row. */
export const adapters: Adapter[] = [
  { name: 'react', bytes: 25_900 },
  { name: 'vue', bytes: 25_900 },
  { name: 'svelte', bytes: 26_400 },
  // It has no framework under it: attributes, properties, events and displays are its own to make.
  { name: 'element', bytes: 26_500 },
];

/** An adapter's package. */
export const packageOf = ({ name }: Adapter): string => `@meshes-embed/${name}`;

/** The framework under an adapter, which is the app's own: all that it is a peer of, with the sub-paths. */
export function frameworkOf({ name }: Adapter): RegExp[] {
  const peers = Object.keys(readManifest(join(root, 'packages', name)).peerDependencies ?? {});
  return peers.map((peer) => new RegExp(`^${peer}($|/)`));
}
