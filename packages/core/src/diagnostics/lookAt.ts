import type { PageFacts } from './report.ts';

/** What is read of an iframe. */
interface Frame {
  readonly clientHeight: number;
}

/** What is read of the window of the page. */
interface PageWindow {
  readonly isSecureContext: boolean;
  readonly crossOriginIsolated: boolean;
  readonly innerHeight: number;
  readonly document: { readonly visibilityState: string; readonly documentElement: { readonly clientWidth: number } };
  getComputedStyle(frame: Frame): { readonly paddingTop: string; readonly paddingBottom: string };
}

/** What is read of a container. */
interface Container {
  readonly ownerDocument: { readonly defaultView: PageWindow | null };
  readonly clientWidth: number;
  getClientRects(): { readonly length: number };
  getBoundingClientRect(): { readonly top: number; readonly bottom: number };
}

/** Where an embed is in the page: elements, of which nothing is read before they are looked at. */
export interface Place {
  /** Null while it is not mounted. */
  readonly container: Container | null;
  /** The iframe; undefined without one, and where it fills its container. */
  readonly frame: Frame | undefined;
  /** By how much CSS `zoom` scales the iframe and not the document in it. */
  readonly zoom: number;
}

/** What the page does with a container and the iframe in it; null without a container, and where nothing is laid out, as in a test environment. */
export function lookAt({ container, frame, zoom }: Place): PageFacts | null {
  const view = container?.ownerDocument.defaultView;
  if (!view || !container || view.document.documentElement.clientWidth === 0) return null;
  const { top, bottom } = container.getBoundingClientRect();
  const shown = container.getClientRects().length > 0;
  return {
    secure: view.isSecureContext,
    isolated: view.crossOriginIsolated,
    visible: shown && view.document.visibilityState === 'visible' && bottom > 0 && top < view.innerHeight,
    shown,
    width: container.clientWidth,
    frameHeight: frame ? Math.round(innerHeightOf(frame, view) * zoom) : null,
  };
}

/** What an iframe leaves to the document in it. CSS px */
function innerHeightOf(frame: Frame, view: PageWindow): number {
  const { paddingTop, paddingBottom } = view.getComputedStyle(frame);
  return frame.clientHeight - Number.parseFloat(paddingTop) - Number.parseFloat(paddingBottom);
}
