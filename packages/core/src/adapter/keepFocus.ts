import { hasFocus } from '../embed/focus.ts';

/** For a button that is about to go away by itself: where the keyboard's focus is on it, that moves to the place around it. */
export function keepFocus(button: Element | null | undefined): void {
  if (button && hasFocus(button)) button.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
}
