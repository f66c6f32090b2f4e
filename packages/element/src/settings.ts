import type { EmbedSettings } from '@meshes-embed/core';
import { settingNames } from '@meshes-embed/core/adapter';

type SettingName = keyof EmbedSettings;
type NoText = {
  [Name in SettingName]-?: [Extract<EmbedSettings[Name], string>] extends [never] ? Name : never;
}[SettingName];

/** The settings as properties. Those that every element has, such as `title`, are typed there. */
export type SettingProperties = { -readonly [Name in Exclude<SettingName, keyof HTMLElement>]: EmbedSettings[Name] };

const flag = (): boolean => true;
/** How an attribute says what is no text, in the way of HTML; null for what it cannot say. The compiler proves the list complete. */
const noTexts = {
  ...{
    minHeight: Number,
    maxHeight: Number,
    readyTimeout: Number,
    allowInsecureLocalhost: flag,
    preload: flag,
    keepAlive: (text: string): number | true => (text === '' || text === 'true' ? true : Number(text)),
    revoke: (text: string): boolean => text !== 'false',
  },
  ...{
    headers: null,
    fetch: null,
    fetchSession: null,
    refreshSession: null,
    revokeSession: null,
    expected: null,
    texts: null,
  },
};
const readers: { readonly [Name in SettingName]?: ((text: string) => unknown) | null } = noTexts satisfies Record<
  NoText,
  unknown
>;

/** `min-height` for `minHeight`: what attributes and CSS properties are called. */
export const kebabCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const textNames = settingNames.filter((name) => readers[name] !== null);

/** The attributes that are settings: `min-height`, and `minheight`, as servers write what a framework's page calls `minHeight`. */
export const attributeNames: readonly string[] = [
  ...new Set([...textNames.map(kebabCase), ...textNames.map((name) => name.toLowerCase())]),
];

/** A setting as its attribute has it; undefined if it is missing. Core refuses what makes no sense. */
export function readAttribute(element: Element, name: SettingName): unknown {
  const text = element.getAttribute(kebabCase(name)) ?? element.getAttribute(name);
  const read = readers[name];
  return text === null || read === null ? undefined : read ? read(text) : text;
}
