import { isFake } from './isFake.ts';
import { turn } from './turn.ts';

/** More than a frame takes. ms */
const frame = 20;

/**
 * Waits until a page has drawn its next frame: heights are applied, and bursts are told, when one is drawn. Where frames are
 * fake and no one lets time go by, it waits for nothing: the test draws the next one itself.
 */
export async function nextFrame(
  view: Window,
  advanceTimers: ((ms: number) => PromiseLike<unknown> | void) | undefined,
): Promise<void> {
  await turn();
  if (advanceTimers) await advanceTimers(frame);
  if (!isFake(view.requestAnimationFrame) && view.document.visibilityState === 'visible')
    await new Promise<void>((resolve) => {
      view.requestAnimationFrame(() => resolve());
    });
  await turn();
}
