import { callbackNames, settingNames } from '@meshes-embed/core/adapter';

/** A type of an adapter that names the embed's options. */
export interface OptionType {
  /** The source that exports it, from the adapter's folder. */
  readonly source: string;
  readonly type: string;
  /** The properties that it has to have, and no other. */
  readonly properties: readonly string[];
}

/** An adapter, and what it is held to. */
export interface Adapter {
  /** Its folder under `packages/`; its sample app's under `apps/`, and its example's under `apps/examples/`. */
  readonly name: string;
  /** What it is called in the demo's table. */
  readonly title: string;
  /** The ports that its sample app and its example usually get in the demo. */
  readonly ports: { readonly app: number; readonly example: number };
  /** What an app imports of it, beside what it may use of core. */
  readonly imports: readonly string[];
  /** How its framework's people write an event's name. */
  readonly eventName: (callback: string) => string;
  /** So many bytes it may have in an app, with core and XState, minified and compressed with brotli. */
  readonly bytes: number;
  readonly optionTypes: readonly [OptionType, ...OptionType[]];
}

const lower = (name: string): string => name.toLowerCase();
const withoutOn = (callback: string): string => callback.slice('on'.length);
const kebab = (name: string): string => name.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
const lowerCallbacks = callbackNames.map(lower);
/** Props that show something in place of the default; slots where the framework has those. */
const displays = ['loading', 'problem'];

/**
 * Every adapter. The demo, the browser specs, the parity checks and the byte budgets go by this list, so that a new one
 * is one more row here.
 */
export const adapters = [
  {
    name: 'react',
    title: 'React',
    ports: { app: 5173, example: 5180 },
    imports: ['MeshesEmbed', 'useMeshesEmbed'],
    eventName: (callback) => callback,
    bytes: 25_900,
    optionTypes: [
      {
        source: 'src/index.ts',
        type: 'MeshesEmbedProps',
        properties: [...settingNames, ...callbackNames, ...displays],
      },
    ],
  },
  {
    name: 'vue',
    title: 'Vue',
    ports: { app: 5174, example: 5181 },
    imports: ['MeshesEmbed', 'useMeshesEmbed'],
    eventName: (callback) => kebab(withoutOn(callback)),
    bytes: 25_900,
    optionTypes: [
      { source: 'src/index.ts', type: 'MeshesEmbedProps', properties: [...settingNames, ...callbackNames] },
    ],
  },
  {
    name: 'svelte',
    title: 'Svelte',
    ports: { app: 5175, example: 5182 },
    imports: ['MeshesEmbed', 'meshesEmbed'],
    eventName: lower,
    bytes: 26_400,
    optionTypes: [
      {
        source: 'src/props.ts',
        type: 'MeshesEmbedProps',
        properties: [...settingNames, ...lowerCallbacks, ...displays],
      },
    ],
  },
  {
    name: 'element',
    title: 'Custom element',
    ports: { app: 5176, example: 5183 },
    imports: ['MeshesEmbedElement'],
    eventName: (callback) => lower(withoutOn(callback)),
    // It has no framework under it: attributes, properties, events and displays are its own to make.
    bytes: 26_500,
    optionTypes: [
      { source: 'src/index.ts', type: 'MeshesEmbedProps', properties: [...settingNames, ...lowerCallbacks] },
      { source: 'src/index.ts', type: 'MeshesEmbedEventMap', properties: lowerCallbacks.map(withoutOn) },
    ],
  },
] as const satisfies readonly Adapter[];

/** The name of one of the {@link adapters}. */
export type AdapterName = (typeof adapters)[number]['name'];
