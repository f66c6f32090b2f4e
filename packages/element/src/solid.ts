import type { EmbedSettings, EmbedSource } from '@meshes-embed/core';
import type { MeshesEmbedElement, MeshesEmbedEventMap } from './index.ts';

export * from './index.ts';

type AsProperties<Settings> = {
  readonly [Name in keyof Settings as Name extends string ? `prop:${Name}` : never]: Settings[Name];
};
type PropertySource = EmbedSource extends infer Source
  ? Source extends unknown
    ? AsProperties<Source>
    : never
  : never;

/** What Solid's JSX takes: every setting as it is or as `prop:minHeight`, and the events as `on:navigate`. */
type SolidProps = EmbedSettings &
  AsProperties<EmbedSettings> &
  (EmbedSource | PropertySource) & {
    readonly [Name in keyof MeshesEmbedEventMap as `on:${Name}`]?:
      | ((event: MeshesEmbedEventMap[Name]) => void)
      | undefined;
  };

/* oxlint-disable typescript/consistent-type-imports -- a type for those who have Solid; nothing is imported from it */
declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'meshes-embed': Omit<import('solid-js').JSX.HTMLAttributes<MeshesEmbedElement>, keyof SolidProps> & SolidProps;
    }
  }
}
