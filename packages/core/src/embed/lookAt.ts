import type { PageFacts } from '../diagnostics/report.ts';
import { zoomOf } from './zoomOf.ts';

/** What the page does with a container and the iframe in it; null without a container, and where nothing is laid out, as in a test environment. */
export function lookAt(container: HTMLElement | null, iframe: HTMLIFrameElement | undefined): PageFacts | null {
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
    frameHeight: iframe ? innerHeightOf(iframe) : null,
  };
}

/** What an iframe leaves to the document in it. CSS px */
function innerHeightOf(iframe: HTMLIFrameElement): number {
  const { paddingTop, paddingBottom } = getComputedStyle(iframe);
  return Math.round((iframe.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)) * zoomOf(iframe));
}
