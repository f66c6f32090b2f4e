import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';

interface VueComponent {
  props: Record<string, unknown>;
  emits: string[];
}

interface ElementClass {
  prototype: object;
  observedAttributes: string[];
}

const sourceOf = (name: string): Promise<Record<string, unknown>> =>
  import(pathToFileURL(join(root, 'packages', name, 'src', 'index.ts')).href) as Promise<Record<string, unknown>>;
const kebabCase = (name: string): string => name.replaceAll(/[A-Z]/g, '-$&').toLowerCase();

/**
 * What an adapter takes when it runs, where its framework keeps a list of that: null where it does not. React and Svelte
 * take any props, and hand core what its own lists name.
 */
export const takenNames: Record<string, () => Promise<{ settings: string[]; events: string[] | null }>> = {
  async vue() {
    const { MeshesEmbed } = (await sourceOf('vue')) as unknown as { MeshesEmbed: VueComponent };
    // What v-model listens to is the same event by another name.
    return {
      settings: Object.keys(MeshesEmbed.props),
      events: MeshesEmbed.emits.filter((name) => !name.startsWith('update:')).map(kebabCase),
    };
  },
  async element() {
    const { MeshesEmbedElement } = (await sourceOf('element')) as unknown as { MeshesEmbedElement: ElementClass };
    const own = Object.entries(Object.getOwnPropertyDescriptors(MeshesEmbedElement.prototype));
    return { settings: own.filter(([, { set }]) => set !== undefined).map(([name]) => name), events: null };
  },
};
