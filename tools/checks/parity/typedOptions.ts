import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adapters } from '@meshes-embed/conformance/adapters';
import { settingNames } from '@meshes-embed/core/adapter';
import { MeshesEmbedElement } from '@meshes-embed/element';
import { root } from '../../workspace/paths.ts';
import { namesInColumn, tablesOf } from '../../workspace/tables.ts';
import type { Comparison } from './comparison.ts';
import { typedNames } from './typedNames.ts';

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, '-$&').toLowerCase();

const optionTypes = adapters.flatMap(({ name, optionTypes: types }) =>
  types.map(({ source, type, properties }) => ({ source: `packages/${name}/${source}`, type, wanted: properties })),
);

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
