/** How an app loads the toolkit only with its first embed. */
export interface Recipe {
  readonly title: string;
  /** Of its code block. */
  readonly language: 'tsx' | 'ts';
  readonly code: string;
  /** The packages that the app has in any case. */
  readonly external: readonly (string | RegExp)[];
}

/** So many bytes may be in the first load, minified and compressed with brotli. */
export const firstLoadBudget = 1_500;

/** The recipes of the docs. The sizes of what they load first are held by a check. */
export const recipes: readonly Recipe[] = [
  {
    title: 'React',
    language: 'tsx',
    code: `import { lazy } from 'react';

export const MeshesEmbed = lazy(async () => ({ default: (await import('@meshes-embed/react')).MeshesEmbed }));`,
    external: [/^react/],
  },
  {
    title: 'Vue',
    language: 'ts',
    code: `import { defineAsyncComponent } from 'vue';

export const MeshesEmbed = defineAsyncComponent(async () => (await import('@meshes-embed/vue')).MeshesEmbed);`,
    external: ['vue'],
  },
  {
    title: 'Svelte, for `{#await}`',
    language: 'ts',
    code: `export const loadEmbed = () => import('@meshes-embed/svelte');
// {#await loadEmbed() then { MeshesEmbed }}<MeshesEmbed endpoint="/api/meshes" />{/await}`,
    external: [/^svelte/],
  },
  {
    title: 'HTML',
    language: 'ts',
    code: `// <meshes-embed endpoint="/api/meshes"></meshes-embed> may be in the page before this.
if (document.querySelector('meshes-embed')) void import('@meshes-embed/element');`,
    external: [],
  },
];
