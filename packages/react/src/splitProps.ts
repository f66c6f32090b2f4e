import { callbackNames, settingNames, type MeshesEmbedOptions } from '@meshes-embed/core';

const optionNames: readonly (keyof MeshesEmbedOptions)[] = [...settingNames, ...callbackNames];
const isOption = (name: string): boolean => (optionNames as readonly string[]).includes(name);

/** Every option by name, with `undefined` for one that is not given: that sets the default again. */
export function optionsOf(props: MeshesEmbedOptions): MeshesEmbedOptions {
  return Object.fromEntries(optionNames.map((name) => [name, props[name]]));
}

/** What is left of the props without the embed's options. */
export function withoutOptions<Props extends MeshesEmbedOptions>(props: Props): Omit<Props, keyof MeshesEmbedOptions> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !isOption(name))) as Omit<Props, keyof MeshesEmbedOptions>;
}
