import type { EmbedCallbacks, EmbedSettings } from '@meshes-embed/core';
import type { HTMLAttributes } from 'svelte/elements';
import { expectTypeOf } from 'vitest';
import type { MeshesEmbedProps } from '../src/props.ts';

type Html = keyof HTMLAttributes<HTMLDivElement>;
type Callbacks = { readonly [Name in keyof EmbedCallbacks as Lowercase<Name>]: EmbedCallbacks[Name] };

expectTypeOf<MeshesEmbedProps>().toExtend<EmbedSettings & Callbacks>();
expectTypeOf<Exclude<keyof MeshesEmbedProps, Html>>().toEqualTypeOf<
  Exclude<keyof EmbedSettings | keyof Callbacks | 'loading' | 'problem', Html>
>();
