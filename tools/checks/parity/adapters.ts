import { join } from 'node:path';
import { callbackNames, settingNames } from '@meshes-embed/core/adapter';
import { readManifest } from '../../workspace/packages.ts';
import { root } from '../../workspace/paths.ts';

/** An adapter, and what it is held to. */
export interface Adapter {
  name: string;
  /** How its framework's people write an event's name. */
  eventName(callback: string): string;
  /** So many bytes it may have in an app, with core and XState, minified and compressed with brotli. */
  bytes: number;
}

const withoutOn = (callback: string): string => callback.slice('on'.length);

/** Every adapter. A new one is one more row. */
export const adapters: Adapter[] = [
  { name: 'react', eventName: (callback) => callback, bytes: 25_900 },
  {
    name: 'vue',
    eventName: (callback) =>
      withoutOn(callback)
        .replaceAll(/(?<!^)[A-Z]/g, '-$&')
        .toLowerCase(),
    bytes: 25_900,
  },
  { name: 'svelte', eventName: (callback) => callback.toLowerCase(), bytes: 26_400 },
  // It has no framework under it: attributes, properties, events and displays are its own to make.
  { name: 'element', eventName: (callback) => withoutOn(callback).toLowerCase(), bytes: 26_500 },
];

/** What an adapter calls the embed's options. */
export function optionsOf({ eventName }: Adapter): { settings: string[]; events: string[] } {
  return { settings: [...settingNames], events: callbackNames.map(eventName) };
}

/** An adapter's package. */
export const packageOf = ({ name }: Adapter): string => `@meshes-embed/${name}`;

/** The framework under an adapter, which is the app's own: all that it is a peer of, with the sub-paths. */
export function frameworkOf({ name }: Adapter): RegExp[] {
  const peers = Object.keys(readManifest(join(root, 'packages', name)).peerDependencies ?? {});
  return peers.map((peer) => new RegExp(`^${peer}($|/)`));
}
