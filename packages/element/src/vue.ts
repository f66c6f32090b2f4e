import type { EmbedSettings, EmbedSource } from '@meshes-embed/core';
import type { MeshesEmbedElement, MeshesEmbedEventMap } from './index.ts';

export * from './index.ts';

/* oxlint-disable typescript/consistent-type-imports -- a type for those who have Vue; nothing is imported from it */
type Attributes = Omit<import('vue').HTMLAttributes & import('vue').ReservedProps, keyof EmbedSettings>;

/** `@navigate` in a template is `onNavigate` here. */
type Listeners = {
  readonly [Name in keyof MeshesEmbedEventMap as `on${Capitalize<Name>}`]?:
    | ((event: MeshesEmbedEventMap[Name]) => void)
    | undefined;
};

declare module 'vue' {
  interface GlobalComponents {
    'meshes-embed': new () => MeshesEmbedElement & {
      $props: EmbedSettings & EmbedSource & Listeners & Omit<Attributes, keyof Listeners>;
    };
  }
}
