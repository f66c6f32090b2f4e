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

/** A module of an app that uses an adapter, and nothing of core that it hands on. */
export const appSource = (adapter: Adapter): string =>
  `export { ${adapter.imports.join(', ')} } from '${packageOf(adapter)}';`;

/** The framework under an adapter, which is the app's own: all that it is a peer of, and cannot do without. */
export function frameworksOf(adapter: Adapter): string[] {
  const { peers, optional } = peersOf(adapter);
  return peers.filter((peer) => !optional.includes(peer));
}

/** What an adapter has types for, and imports nothing of. */
export const onlyTypedOf = (adapter: Adapter): string[] => peersOf(adapter).optional;

function peersOf({ name }: Adapter): { peers: string[]; optional: string[] } {
  const { peerDependencies = {}, peerDependenciesMeta = {} } = readManifest(join(root, 'packages', name));
  const peers = Object.keys(peerDependencies);
  return { peers, optional: peers.filter((peer) => peerDependenciesMeta[peer]?.optional === true) };
}

/** The same, with the sub-paths. */
export function frameworkOf(adapter: Adapter): RegExp[] {
  return frameworksOf(adapter).map((peer) => new RegExp(`^${peer}($|/)`));
}
