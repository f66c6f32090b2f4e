import { callbackNames, settingNames, type MeshesEmbedOptions } from '../embed/options.ts';

type OptionName = keyof MeshesEmbedOptions;

/** What a framework's people call an option, such as `onnavigate` for `onNavigate`. */
export type PropName = (option: OptionName) => string;

const optionNames: readonly OptionName[] = [...settingNames, ...callbackNames];
const sameName: PropName = (option) => option;

/** Whether a prop of this name is an option of the embed. */
export function isOption(name: string, propName = sameName): boolean {
  return optionNames.map(propName).includes(name);
}

/** Every option by its name, read from a framework's props, with `undefined` for one that is not given: that sets the default again. */
export function pickOptions(props: object, propName = sameName): MeshesEmbedOptions {
  return Object.fromEntries(
    optionNames.map((option) => [option, (props as Record<string, unknown>)[propName(option)]]),
  ) as Record<OptionName, unknown> as MeshesEmbedOptions;
}

/** What is left of a framework's props without the embed's options. */
export function withoutOptions<Props extends object>(props: Props, propName = sameName): Omit<Props, OptionName> {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !isOption(name, propName))) as Omit<
    Props,
    OptionName
  >;
}
