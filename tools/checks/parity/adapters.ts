import { join } from 'node:path';
import { readManifest } from '../../workspace/packages.ts';
import { root } from '../../workspace/paths.ts';

/** An adapter, and what it is held to. */
export interface Adapter {
  name: string;
  /** What an app imports of it, beside what it may use of core. */
  imports: readonly string[];
  /** So many bytes it may have in an app, with core and XState, minified and compressed with brotli. */
  bytes: number;
}

/** Every adapter. A new one is one more row. */
export const adapters: Adapter[] = [
  { name: 'react', imports: ['MeshesEmbed', 'useMeshesEmbed'], bytes: 25_900 },
  { name: 'vue', imports: ['MeshesEmbed', 'useMeshesEmbed'], bytes: 25_900 },
  { name: 'svelte', imports: ['MeshesEmbed', 'meshesEmbed'], bytes: 26_400 },
  // It has no framework under it: attributes, properties, events and displays are its own to make.
  { name: 'element', imports: ['MeshesEmbedElement'], bytes: 26_500 },
];

/** An adapter's package. */
export const packageOf = ({ name }: Adapter): string => `@meshes-embed/${name}`;

/** A module of an app that uses an adapter, and nothing of core that it hands on. */
export const appSource = (adapter: Adapter): string =>
  `export { ${adapter.imports.join(', ')} } from '${packageOf(adapter)}';`;

/** The framework under an adapter, which is the app's own: all that it is a peer of, with the sub-paths. */
export function frameworkOf({ name }: Adapter): RegExp[] {
  const peers = Object.keys(readManifest(join(root, 'packages', name)).peerDependencies ?? {});
  return peers.map((peer) => new RegExp(`^${peer}($|/)`));
}
