import { findAll } from '@meshes-embed/conformance/open-roots';

/** What was in a container at the moments at which the page was drawn. */
export interface Watched {
  /** How often it was drawn. */
  readonly drawn: number;
  /** How often there was no iframe to be seen. */
  readonly empty: number;
  /** The most iframes at once. */
  readonly most: number;
  /** The container's least height while there was more than one. CSS px */
  readonly least: number;
}

function isSeen(iframe: Element): boolean {
  const { width, height } = iframe.getBoundingClientRect();
  return width > 0 && height > 0 && iframe.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** Looks at a container each time that the page is about to be drawn, until the result is called. */
export function watchIframes(container: Element): () => Watched {
  let watched: Watched = { drawn: 0, empty: 0, most: 0, least: Infinity };
  let next = requestAnimationFrame(function look() {
    const iframes = findAll('iframe', container);
    watched = {
      drawn: watched.drawn + 1,
      empty: watched.empty + (iframes.some(isSeen) ? 0 : 1),
      most: Math.max(watched.most, iframes.length),
      least: iframes.length > 1 ? Math.min(watched.least, container.getBoundingClientRect().height) : watched.least,
    };
    next = requestAnimationFrame(look);
  });
  return () => {
    cancelAnimationFrame(next);
    return watched;
  };
}
