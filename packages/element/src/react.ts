import type { MeshesEmbedElement, MeshesEmbedProps } from './index.ts';

export * from './index.ts';

/* oxlint-disable typescript/consistent-type-imports -- a type for those who have React; nothing is imported from it */
type ElementProps = import('react').DetailedHTMLProps<
  import('react').HTMLAttributes<MeshesEmbedElement>,
  MeshesEmbedElement
>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'meshes-embed': Omit<ElementProps, keyof MeshesEmbedProps> & MeshesEmbedProps;
    }
  }
}
