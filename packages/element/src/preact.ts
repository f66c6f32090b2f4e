import type { MeshesEmbedElement, MeshesEmbedProps } from './index.ts';

export * from './index.ts';

/* oxlint-disable typescript/consistent-type-imports -- a type for those who have Preact; nothing is imported from it */
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'meshes-embed': Omit<import('preact').HTMLAttributes<MeshesEmbedElement>, keyof MeshesEmbedProps> &
        MeshesEmbedProps;
    }
  }
}
