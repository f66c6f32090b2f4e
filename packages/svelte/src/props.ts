import type { EmbedCallbacks, EmbedSettings, EmbedSource } from '@meshes-embed/core';
import { withoutOptions, type ProblemDisplayProps, type PropName } from '@meshes-embed/core/adapter';
import type { Snippet } from 'svelte';
import type { HTMLAttributes } from 'svelte/elements';

/** The callbacks as Svelte's people name them: `onnavigate` for `onNavigate`. */
export type CallbackProps = { readonly [Name in keyof EmbedCallbacks as Lowercase<Name>]: EmbedCallbacks[Name] };

type ContainerAttributes = Omit<
  HTMLAttributes<HTMLDivElement>,
  keyof EmbedSettings | keyof CallbackProps | 'children' | `bind:${string}`
>;

/** The places for displays of your own. */
interface DisplayProps {
  /**
   * Shown until the embed is there, in a `role="status"` that fills its place; null for nothing. Default: what it is doing,
   * and a button to try now where that takes long.
   */
  readonly loading?: Snippet | null | undefined;
  /** Shown once the embed has failed, in its place; null for nothing. Default: a `role="alert"` with a button to try again. */
  readonly problem?: Snippet<[ProblemDisplayProps]> | null | undefined;
}

/** Every option of the embed, the places for displays of your own, and attributes of the container such as `id`. */
export type MeshesEmbedProps = EmbedSettings & EmbedSource & CallbackProps & DisplayProps & ContainerAttributes;

/** The name of an option's prop: a setting's own, a callback's in lower case. */
export const propName: PropName = (option) => (option.startsWith('on') ? option.toLowerCase() : option);

/** What of the props goes to the container: attributes, and attachments, which Svelte hands over under symbols. */
export function attributesOf(props: Omit<MeshesEmbedProps, 'loading' | 'problem'>): object {
  const attachments = Object.getOwnPropertySymbols(props).map((key) => [key, props[key]]);
  return { ...withoutOptions(props, propName), ...Object.fromEntries(attachments) };
}
