import type { MeshesEmbedElement, MeshesEmbedProps } from './index.ts';

export * from './index.ts';

/* oxlint-disable typescript/consistent-type-imports -- a type for those who have Svelte; nothing is imported from it */
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'meshes-embed': Omit<import('svelte/elements').HTMLAttributes<MeshesEmbedElement>, keyof MeshesEmbedProps> &
      MeshesEmbedProps;
  }
}
