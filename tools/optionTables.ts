import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MeshesEmbedElement } from '@meshes-embed/element';
import ts from 'typescript';
import { root } from './workspace/paths.ts';

/** An option as its declaration in core tells it. */
interface Option {
  name: string;
  /** Its type; of a callback, the type of what it gets. */
  type: string;
  text: string;
  defaultValue: string;
}

const source = join(root, 'packages', 'core', 'src', 'embed', 'options.ts');
const inOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const inCode = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** A function or a record is told by its kind, any other type as it is declared. */
function typeText(type: ts.TypeNode): string {
  const union = ts.isUnionTypeNode(type) ? type.types : [type];
  const texts = union
    .map((one) => (ts.isParenthesizedTypeNode(one) ? one.type : one))
    .map((one) => (ts.isFunctionTypeNode(one) ? 'function' : inOneLine(one.getText())))
    .filter((text) => text !== 'undefined')
    .map((text) => (text.startsWith('Readonly<Record<') ? 'object' : text));
  if (texts.some((text) => ['function', 'object'].includes(text))) return texts.join(' or ');
  return inCode(
    texts
      .join(' | ')
      .replaceAll(/readonly | \| undefined/g, '')
      .replaceAll('; }', ' }'),
  );
}

function optionOf(member: ts.PropertySignature): Option {
  const [doc] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
  const text = inOneLine(ts.getTextOfJSDocComment(doc?.comment) ?? '');
  const name = member.name.getText();
  if (text === '') throw new Error(`${source}: ${name} has no docstring to make its row of`);
  const tag = doc?.tags?.find(({ tagName }) => tagName.text === 'defaultValue');
  const [callback] = ts.isUnionTypeNode(member.type as ts.TypeNode)
    ? (member.type as ts.UnionTypeNode).types.filter(ts.isParenthesizedTypeNode).map((one) => one.type)
    : [];
  const isCallback = name.startsWith('on') && callback !== undefined && ts.isFunctionTypeNode(callback);
  return {
    name,
    type: typeText((isCallback ? callback.parameters[0]?.type : member.type) as ts.TypeNode),
    text: text.replaceAll('|', '\\|'),
    defaultValue: inOneLine(ts.getTextOfJSDocComment(tag?.comment) ?? ''),
  };
}

function optionsOf(declaration: 'EmbedSettings' | 'EmbedCallbacks'): Option[] {
  const file = ts.createSourceFile(source, readFileSync(source, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = file.statements.filter(ts.isInterfaceDeclaration).find(({ name }) => name.text === declaration);
  return (found?.members.filter(ts.isPropertySignature) ?? []).map(optionOf);
}

function table(head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n').replaceAll(/ +\|/g, ' |');
}

/** How a README names what its framework has of the options. */
interface Style {
  setting: string;
  callback: string;
  value: string;
  event(callback: string): string;
  /** The setting as an attribute; '' if it is not one. Missing if settings are never attributes. */
  attribute?(setting: string): string;
}

const asProps = { setting: 'setting', callback: 'callback', value: 'gets' };
const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, '-$&').toLowerCase();

/** Every README that holds the tables, by its package; the docs fail where one of them is stale. */
export const styles: Readonly<Record<string, Style>> = {
  core: { ...asProps, event: (callback) => callback },
  react: { ...asProps, event: (callback) => callback },
  vue: {
    setting: 'prop',
    callback: 'event',
    value: 'gives',
    event: (callback) => `@${kebab(callback).slice('on-'.length)}`,
  },
  svelte: { ...asProps, event: (callback) => callback.toLowerCase() },
  element: {
    setting: 'property',
    callback: 'event',
    value: '`detail`',
    event: (callback) => callback.slice('on'.length).toLowerCase(),
    attribute: (setting) =>
      MeshesEmbedElement.observedAttributes.includes(kebab(setting)) ? `\`${kebab(setting)}\`` : '',
  },
};

function optionTables({ setting, callback, value, event, attribute }: Style): Record<string, string> {
  return {
    settings: table(
      [setting, ...(attribute ? ['attribute'] : []), 'type', 'default', ''],
      optionsOf('EmbedSettings').map(({ name, type, text, defaultValue }) => [
        `\`${name}\``,
        ...(attribute ? [attribute(name)] : []),
        type,
        defaultValue,
        text,
      ]),
    ),
    callbacks: table(
      [callback, value, ''],
      optionsOf('EmbedCallbacks').map(({ name, type, text }) => [`\`${event(name)}\``, type, text]),
    ),
  };
}

/** A README with its tables of options written again between their markers. Throws where a marker is missing. */
export function withOptionTables(readme: string, style: Style): string {
  return Object.entries(optionTables(style)).reduce((text, [name, rows]) => {
    const marked = new RegExp(`(<!-- ${name}: [^>]*-->\n)[\\s\\S]*?(<!-- /${name} -->)`);
    if (!marked.test(text)) throw new Error(`a README lacks the markers <!-- ${name}: … --> and <!-- /${name} -->`);
    return text.replace(marked, (_, open: string, close: string) => `${open}\n${rows}\n\n${close}`);
  }, readme);
}
