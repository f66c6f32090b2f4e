import type { EmbedCallbacks, EmbedSettings } from '@meshes-embed/core';
import { expectTypeOf } from 'vitest';
import type { MeshesEmbedElement, MeshesEmbedEventMap, MeshesEmbedProps } from '../src/index.ts';

type Listener = Lowercase<keyof EmbedCallbacks>;

expectTypeOf<MeshesEmbedElement>().toExtend<Pick<EmbedSettings, Exclude<keyof EmbedSettings, keyof HTMLElement>>>();
expectTypeOf<keyof MeshesEmbedProps>().toEqualTypeOf<keyof EmbedSettings | Listener>();
expectTypeOf<`on${keyof MeshesEmbedEventMap}`>().toEqualTypeOf<Listener>();
