import type { EmbedCallbacks, EmbedSettings } from '@meshes-embed/core';
import type { HTMLAttributes } from 'react';
import { expectTypeOf } from 'vitest';
import type { MeshesEmbedProps } from '../src/index.ts';

type Html = keyof HTMLAttributes<HTMLDivElement>;
type Options = EmbedSettings & EmbedCallbacks;

expectTypeOf<MeshesEmbedProps>().toExtend<Options>();
expectTypeOf<Exclude<keyof MeshesEmbedProps, Html>>().toEqualTypeOf<
  Exclude<keyof Options | 'loading' | 'problem', Html>
>();
