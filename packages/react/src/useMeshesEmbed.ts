'use client';

import { createMeshesEmbed, idleView, type DiagnosticReport, type EmbedView, type LaunchPage, type MeshesEmbedOptions } from '@meshes-embed/core';
import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';
import { optionsOf } from './splitProps.ts';

/** What a page may do with an embed. The functions stay the same from render to render. */
export interface MeshesEmbedHandle {
  /** Fetches a newer token in place (contract §6). Nothing happens where none is in use. */
  readonly refresh: () => void;
  /** Fresh session, fresh iframe, on the page named or else the one in the options; also a retry after `failed`. */
  readonly relaunch: (options?: { readonly page?: LaunchPage }) => void;
  /** What was seen so far, as findings with stable codes. Redacted. */
  readonly diagnose: () => DiagnosticReport;
}

/** What {@link useMeshesEmbed} returns. */
export interface UseMeshesEmbed extends MeshesEmbedHandle {
  /** Put it on the element that shall hold the iframe: `<div ref={container} />`. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** The current view; another object only where something visible changed. */
  readonly view: EmbedView;
}

/**
 * An embed in a layout of your own. It lives while the container is in the page, and starts afresh after React's
 * Activity hid it. New options apply in place; another `endpoint` or `page` launches afresh.
 *
 * @throws MeshesEmbedError `bad-option`, while rendering or from an effect: an error boundary catches it.
 */
export function useMeshesEmbed(options: MeshesEmbedOptions): UseMeshesEmbed {
  const [embed] = useState(() => createMeshesEmbed(optionsOf(options)));
  const [handle] = useState<MeshesEmbedHandle>(() => ({
    refresh: () => embed.refresh(),
    relaunch: (to) => embed.relaunch(to),
    diagnose: () => embed.diagnose(),
  }));
  const container = useRef<HTMLDivElement>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const view = useSyncExternalStore(embed.subscribe, embed.getSnapshot, () => idleView);

  useEffect(() => embed.update(optionsOf(options)));
  // A suspended tree is hidden and loses its refs, yet keeps its elements: the embed stays in them.
  useEffect(() => setElement((last) => container.current ?? (last?.isConnected ? last : null)));
  useEffect(() => (element ? embed.mount(element) : undefined), [embed, element]);

  return { container, view, ...handle };
}
