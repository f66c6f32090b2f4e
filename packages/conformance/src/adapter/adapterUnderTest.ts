import type { LaunchPage, MeshesEmbedOptions } from '@meshes-embed/core';
import type { InspectorSource } from '@meshes-embed/core/inspect';

/** What a framework's component gives its page. */
export interface AdapterHandle extends InspectorSource {
  refresh(): void;
  relaunch(options?: { readonly page?: LaunchPage }): void;
  goTo(page: LaunchPage): void;
  signOut(): Promise<void>;
  diagnose(): unknown;
}

/** A component on the page. */
export interface MountedAdapter {
  readonly handle: AdapterHandle;
  /** Renders again with these options instead of the former ones. */
  render(options: MeshesEmbedOptions): void | Promise<void>;
  unmount(): void | Promise<void>;
  /** Takes it out as a page of this framework does that comes and goes; unless it says otherwise, this is `unmount`. */
  leave?(): void | Promise<void>;
}

/** The size of a display that fills its place, as CSS properties. */
export const ownDisplay = { width: '100%', height: '100%' } as const;

/** A framework's adapter, as the contract sees it. */
export interface AdapterUnderTest {
  readonly name: string;
  /** Whether the framework writes on its elements what their component was given, where tools for developers find it. */
  readonly isShownByTools: boolean;
  /** Renders the component into the element, its default displays included, the options passed the framework's way. */
  mount(place: HTMLElement, options: MeshesEmbedOptions): MountedAdapter | Promise<MountedAdapter>;
  /** Renders it with displays of the page's own: for each an element with `data-own`, `loading` or `problem`, that is to fill its place by `ownDisplay`. */
  mountOwnDisplays(
    place: HTMLElement,
    options: MeshesEmbedOptions,
  ): Pick<MountedAdapter, 'unmount'> | Promise<Pick<MountedAdapter, 'unmount'>>;
}
