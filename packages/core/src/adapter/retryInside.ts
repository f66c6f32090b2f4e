import { focusedIn } from '../embed/focus.ts';

/**
 * Tries again from a problem's display. The display goes away with the button in it: where the keyboard's focus is
 * inside of the place, it moves to the place itself, which needs a `tabindex` of -1.
 */
export function retryInside(place: HTMLElement | null, relaunch: () => void): void {
  if (place?.contains(focusedIn(place))) place.focus();
  relaunch();
}
