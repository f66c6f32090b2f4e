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
  /** So many bytes it may have in an app, with core and XState, minified and compressed with brotli. */
  readonly bytes: number;
}

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
    bytes: 27_950,
  },
  {
    name: 'vue',
    title: 'Vue',
    ports: { app: 5174, example: 5181 },
    imports: ['MeshesEmbed', 'useMeshesEmbed'],
    bytes: 28_000,
  },
  {
    name: 'svelte',
    title: 'Svelte',
    ports: { app: 5175, example: 5182 },
    imports: ['MeshesEmbed', 'meshesEmbed'],
    bytes: 28_450,
  },
  {
    name: 'element',
    title: 'Custom element',
    ports: { app: 5176, example: 5183 },
    imports: ['MeshesEmbedElement'],
    // It has no framework under it: attributes, properties, events and displays are its own to make.
    bytes: 28_650,
  },
] as const satisfies readonly Adapter[];

/** The name of one of the {@link adapters}. */
export type AdapterName = (typeof adapters)[number]['name'];
