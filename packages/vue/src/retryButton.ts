import { h, type VNode } from 'vue';

/** Keyboard focus on a button that goes away by itself moves to the embed's place. */
function keepFocus({ el }: VNode): void {
  const button = el as HTMLElement;
  if ((button.getRootNode() as Document | ShadowRoot).activeElement === button) button.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
}

/** A way on, which goes away once it is not needed; none where there is no text. */
export function retryButton(text: string | null | false, retry: () => void): VNode[] {
  return text ? [h('button', { type: 'button', onClick: retry, onVnodeBeforeUnmount: keepFocus }, text)] : [];
}
