import type { EmbedSettings } from '@meshes-embed/core';

/** Settings that may be changed while the screen is shown, besides those that it gives its embed anyway. */
export type ExtraOptions = Pick<
  EmbedSettings,
  'title' | 'minHeight' | 'maxHeight' | 'allow' | 'sandbox' | 'colorScheme' | 'expected'
>;

declare global {
  interface Window {
    /** Gives the screen's embed these settings in place of the last ones given so. */
    meshesOptions(options: ExtraOptions): void;
  }
}

/** Starts `window.meshesOptions`: from now on the listener gets what it is called with, to be put over the embed's own settings. */
export function onExtraOptions(listener: (options: ExtraOptions) => void): void {
  window.meshesOptions = listener;
}
