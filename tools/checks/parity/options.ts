import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callbackNames, settingNames } from '@meshes-embed/core/adapter';
import { MeshesEmbedElement } from '@meshes-embed/element';
import { MeshesEmbed as VueEmbed } from '@meshes-embed/vue';
import { root } from '../../workspace/paths.ts';
import { namesInColumn, tablesOf } from '../../workspace/tables.ts';
import type { Comparison } from './comparison.ts';
import { type TypeAddress, typedNames } from './typedNames.ts';

/** How an option is written, by its name in core. */
type Spelling = (option: string) => string;

interface Adapter {
  name: string;
  /** Where an event's name has to be the framework's own way: in the types, and in the README's table. */
  event: { typed: Spelling; told: Spelling };
  /** The type of all that it takes. */
  props: TypeAddress;
  /** Its places for the host's displays, where these are props. */
  displays: string[];
  /** The headings over the names of settings and of events in its README. */
  headings: { settings: string; events: string };
}

const same: Spelling = (option) => option;
const kebab: Spelling = (option) => option.replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase();
const withoutOn: Spelling = (callback) => callback.charAt(2).toLowerCase() + callback.slice(3);
const lower: Spelling = (option) => option.toLowerCase();

const adapters: Adapter[] = [
  {
    name: 'react',
    event: { typed: same, told: same },
    props: { source: 'packages/react/src/index.ts', type: 'MeshesEmbedProps' },
    displays: ['loading', 'problem'],
    headings: { settings: 'setting', events: 'callback' },
  },
  {
    name: 'vue',
    event: { typed: same, told: (callback) => `@${kebab(withoutOn(callback))}` },
    props: { source: 'packages/vue/src/index.ts', type: 'MeshesEmbedProps' },
    displays: [],
    headings: { settings: 'setting', events: 'event' },
  },
  {
    name: 'svelte',
    event: { typed: lower, told: lower },
    props: { source: 'packages/svelte/src/props.ts', type: 'MeshesEmbedProps' },
    displays: ['loading', 'problem'],
    headings: { settings: 'setting', events: 'callback' },
  },
  {
    name: 'element',
    event: { typed: lower, told: (callback) => lower(withoutOn(callback)) },
    props: { source: 'packages/element/src/index.ts', type: 'MeshesEmbedProps' },
    displays: [],
    headings: { settings: 'property', events: 'event' },
  },
];

/** Settings that are no attribute of the element, and why. */
export const noAttributes: Readonly<Record<string, string>> = {
  fetchSession: 'a function cannot be written as text',
  refreshSession: 'a function cannot be written as text',
  expected: 'an object cannot be written as text',
};

const attributes = settingNames.filter((name) => !(name in noAttributes)).map(kebab);
const tablesOfReadme = (name: string): ReturnType<typeof tablesOf> => tablesOf(readFileSync(join(root, 'packages', name, 'README.md'), 'utf8'));

/** What the running code of adapters lists by itself, beside the types. */
function runningNames(): Comparison[] {
  // The component's type says what a template may give it; these lists are Vue's own, at run time.
  const { props, emits } = VueEmbed as unknown as { props: object; emits: string[] };
  return [
    { where: 'vue: MeshesEmbed.props', found: Object.keys(props), wanted: settingNames },
    { where: 'vue: MeshesEmbed.emits', found: emits, wanted: callbackNames.map(withoutOn) },
    // Its methods are not enumerable, its settings are.
    { where: 'element: properties of its prototype', found: Object.keys(MeshesEmbedElement.prototype), wanted: settingNames },
    { where: 'element: observedAttributes', found: MeshesEmbedElement.observedAttributes, wanted: attributes },
  ];
}

/** The names of options and events: what every adapter takes, and what the tables of its README tell, each against core's lists. */
export function optionComparisons(): Comparison[] {
  const eventMap = { source: 'packages/element/src/index.ts', type: 'MeshesEmbedEventMap' };
  const typed = typedNames([...adapters.map(({ props }) => props), eventMap]);
  const compared = adapters.flatMap(({ name, event, props, displays, headings }, index): Comparison[] => {
    const tables = tablesOfReadme(name);
    const document = `packages/${name}/README.md`;
    return [
      { where: `${name}: ${props.type}`, found: typed[index] ?? [], wanted: [...settingNames, ...callbackNames.map(event.typed), ...displays] },
      { where: `${document}: the table of settings`, found: namesInColumn(tables, headings.settings), wanted: settingNames },
      { where: `${document}: the table of events`, found: namesInColumn(tables, headings.events), wanted: callbackNames.map(event.told) },
    ];
  });
  const core = tablesOfReadme('core');
  return [
    ...compared,
    ...runningNames(),
    { where: 'element: MeshesEmbedEventMap', found: typed.at(-1) ?? [], wanted: callbackNames.map((callback) => lower(withoutOn(callback))) },
    { where: 'packages/element/README.md: the column of attributes', found: namesInColumn(tablesOfReadme('element'), 'attribute'), wanted: attributes },
    { where: 'packages/core/README.md: the table of settings', found: namesInColumn(core, 'setting'), wanted: settingNames },
    { where: 'packages/core/README.md: the table of callbacks', found: namesInColumn(core, 'callback'), wanted: callbackNames },
  ];
}
