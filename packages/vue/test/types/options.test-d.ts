import type { EmbedCallbacks, EmbedSettings } from '@meshes-embed/core';
import type { HTMLAttributes } from 'vue';
import { expectTypeOf } from 'vitest';
import type { MeshesEmbedProps } from '../../src/index.ts';

type Options = EmbedSettings & EmbedCallbacks;

expectTypeOf<MeshesEmbedProps>().toExtend<Options>();
// Its displays are slots.
expectTypeOf<Exclude<keyof MeshesEmbedProps, keyof HTMLAttributes>>().toEqualTypeOf<
  Exclude<keyof Options, keyof HTMLAttributes>
>();
