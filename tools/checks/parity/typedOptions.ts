import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callbackNames, settingNames } from '@meshes-embed/core/adapter';
import { MeshesEmbedElement } from '@meshes-embed/element';
import { root } from '../../workspace/paths.ts';
import { namesInColumn, tablesOf } from '../../workspace/tables.ts';
import type { Comparison } from './comparison.ts';
import { typedNames } from './typedNames.ts';

/** A type that tells what an adapter takes. */
interface OptionType {
  source: string;
  type: string;
  wanted: string[];
}

const lower = (name: string): string => name.toLowerCase();
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, '-$&').toLowerCase();
const displays = ['loading', 'problem'];
const lowerCallbacks = callbackNames.map(lower);

const optionTypes: OptionType[] = [
  {
    source: 'packages/react/src/index.ts',
    type: 'MeshesEmbedProps',
    wanted: [...settingNames, ...callbackNames, ...displays],
  },
  // Its displays are slots.
  { source: 'packages/vue/src/index.ts', type: 'MeshesEmbedProps', wanted: [...settingNames, ...callbackNames] },
  {
    source: 'packages/svelte/src/props.ts',
    type: 'MeshesEmbedProps',
    wanted: [...settingNames, ...lowerCallbacks, ...displays],
  },
  // So are its own.
  { source: 'packages/element/src/index.ts', type: 'MeshesEmbedProps', wanted: [...settingNames, ...lowerCallbacks] },
  {
    source: 'packages/element/src/index.ts',
    type: 'MeshesEmbedEventMap',
    wanted: lowerCallbacks.map((name) => name.slice('on'.length)),
  },
];

/** Whether an adapter's types are compared with core's lists at all. */
export function isTyped(adapter: string): boolean {
  return optionTypes.some(({ source }) => source.startsWith(`packages/${adapter}/`));
}

/** Settings that are no attribute of the element, and why. */
export const noAttributes: Readonly<Record<string, string>> = {
  headers: 'an object or a function cannot be written as text',
  fetch: 'a function cannot be written as text',
  fetchSession: 'a function cannot be written as text',
  refreshSession: 'a function cannot be written as text',
  revokeSession: 'a function cannot be written as text',
  expected: 'an object cannot be written as text',
  texts: 'an object cannot be written as text',
};

/** The names that each adapter's types let people write, and the element's attributes in code and document, against core's lists. */
export function typedOptions(): Comparison[] {
  const found = typedNames(optionTypes);
  const attributes = settingNames.filter((name) => !(name in noAttributes)).map(kebab);
  const document = join('packages', 'element', 'README.md');
  const tables = tablesOf(readFileSync(join(root, document), 'utf8'));
  return [
    ...optionTypes.map(({ source, type, wanted }, index) => ({
      where: `${source}: ${type}`,
      found: found[index] ?? [],
      wanted,
    })),
    {
      where: 'observedAttributes of the element',
      found: MeshesEmbedElement.observedAttributes,
      wanted: [...new Set([...attributes, ...attributes.map((name) => name.replaceAll('-', ''))])],
    },
    { where: `${document}, in its attributes`, found: namesInColumn(tables, 'attribute'), wanted: attributes },
  ];
}
