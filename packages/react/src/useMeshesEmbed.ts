import { createMeshesEmbed, type EmbedView, type MeshesEmbedOptions } from '@meshes-embed/core';
import { handleOf, idleView, pickOptions, type MeshesEmbedHandle } from '@meshes-embed/core/adapter';
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react';

/** What {@link useMeshesEmbed} returns. The handle's functions stay the same from render to render. */
export interface UseMeshesEmbed extends MeshesEmbedHandle {
  /** Put it on the element that shall hold the iframe: `<div ref={container} />`. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** The current view; another object only where something visible changed. */
  readonly view: EmbedView;
}

/** Another user's page is never drawn with the former one's workspace in it. React 18 warns of layout effects on a server. */
const useBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * An embed in a layout of your own. It lives while the container is in the page, also where React's Activity or
 * Suspense hides that. New options apply in place; another `page` is launched unless the embed is there already, another
 * `endpoint` or `identity` always. Without a source of sessions it waits for one.
 *
 * @throws MeshesEmbedError `bad-option`, while rendering or from an effect: an error boundary catches it.
 */
export function useMeshesEmbed(options: MeshesEmbedOptions): UseMeshesEmbed {
  const [embed] = useState(() => createMeshesEmbed(pickOptions(options)));
  const [handle] = useState(() => handleOf(embed));
  const container = useRef<HTMLDivElement>(null);
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const view = useSyncExternalStore(embed.subscribe, embed.getSnapshot, () => idleView);

  useBeforePaint(() => embed.update(pickOptions(options)));
  // Once the container is gone it is too late; React says the same of one that it only hides.
  useBeforePaint(() => () => void embed.park({ leaving: true }), [embed]);
  // React counts an update that is set in vain, and gives up after 50 of them.
  const keep = (now: HTMLDivElement | null): void => void (now !== element && setElement(now));
  // A suspended tree is hidden and loses its refs, yet keeps its elements: the embed stays in them.
  useEffect(() => keep(container.current ?? (element?.isConnected ? element : null)));
  useEffect(() => (element ? embed.mount(element, { keepInPage: true }) : undefined), [embed, element]);

  return { container, view, ...handle };
}
