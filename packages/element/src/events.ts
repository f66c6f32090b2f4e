import type { EmbedCallbacks, EmbedSettings, EmbedSource } from '@meshes-embed/core';

type Detail<Name extends keyof EmbedCallbacks> = Parameters<NonNullable<EmbedCallbacks[Name]>>[0];

/** The events of a `<meshes-embed>`, `statuschange` for core's `onStatusChange` and so on, with what the callback gets in `detail`. */
export type MeshesEmbedEventMap = {
  [Name in keyof EmbedCallbacks as Name extends `on${infer Event}` ? Lowercase<Event> : never]-?: CustomEvent<
    Detail<Name>
  >;
};

/** The typed part of an event target: what listeners of these events are given. */
export interface EventTargetOf<Events> {
  addEventListener<Name extends keyof Events>(
    type: Name,
    listener: (event: Events[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof Events>(
    type: Name,
    listener: (event: Events[Name]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** What a `<meshes-embed>` takes where a framework's JSX sets properties and listeners: every setting, and `onnavigate` and so on. */
export type MeshesEmbedProps = EmbedSettings &
  EmbedSource & {
    readonly [Name in keyof MeshesEmbedEventMap as `on${Name}`]?:
      | ((event: MeshesEmbedEventMap[Name]) => void)
      | undefined;
  };
