import { join } from 'node:path';
import type { Adapter } from '@meshes-embed/conformance/adapters';
import { readManifest } from '../../workspace/packages.ts';
import { root } from '../../workspace/paths.ts';

/** An adapter's package. */
export const packageOf = ({ name }: Adapter): string => `@meshes-embed/${name}`;

/** A module of an app that uses an adapter, and nothing of core that it hands on. */
export const appSource = (adapter: Adapter): string =>
  `export { ${adapter.imports.join(', ')} } from '${packageOf(adapter)}';`;

/** The framework under an adapter, which is the app's own: each required peer, with its sub-paths. */
export function frameworkOf({ name }: Adapter): RegExp[] {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = readManifest(join(root, 'packages', name));
  const required = Object.keys(peerDependencies).filter((peer) => peerDependenciesMeta[peer]?.optional !== true);
  return required.map((peer) => new RegExp(`^${peer}($|/)`));
}
