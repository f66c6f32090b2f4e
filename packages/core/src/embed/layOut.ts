import { textsOf } from '../problem/texts.ts';
import { boundsOf } from './defaults.ts';
import type { EmbedIframe } from './embedIframe.ts';
import type { EmbedSettings } from './options.ts';
import { setFirmly } from './setFirmly.ts';
import { zoomOf } from './zoomOf.ts';

/**
 * Gives a container and the iframes in it what needs no new iframe.
 *
 * @param kept - stays on screen while the current one is launched behind it
 * @param height - of the embed's content, or the least one; NaN before either is known. CSS px of the embed's document
 */
export function layOut(
  container: HTMLElement,
  kept: EmbedIframe | null,
  current: EmbedIframe | null,
  height: number,
  settings: EmbedSettings,
): void {
  const { title, texts, colorScheme = 'normal', fit } = settings;
  const { min, max } = boundsOf(settings);
  const fills = fit === 'container';
  const zoom = zoomOf(container);
  const px = (length: number): string => `${length / zoom}px`;
  const least = px(fills ? min : height);
  // Keeps its place in the layout while there is no iframe in it.
  if (fills || height) container.style.minHeight = least;
  for (const frame of [kept, current]) {
    if (!frame) continue;
    const { element } = frame;
    element.title = title?.trim() || textsOf(texts).title;
    element.style.colorScheme = colorScheme;
    // What is launched behind another one is laid out in that one's room.
    element.style.height = !fills ? least : kept && frame !== kept ? `${kept.element.clientHeight}px` : '100%';
    setFirmly(element, { 'min-height': fills ? least : '0', 'max-height': fills ? px(max) : 'none' });
  }
}
