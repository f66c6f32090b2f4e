import { keepFocus } from '@meshes-embed/core/adapter';
import { h, type VNode } from 'vue';

/** A way on, which goes away by itself once it is not needed: keyboard focus on it then moves to the embed's place. None where there is no text. */
export function retryButton(text: string | null | false, retry: () => void): VNode[] {
  return text
    ? [
        h(
          'button',
          { type: 'button', onClick: retry, onVnodeBeforeUnmount: ({ el }: VNode) => keepFocus(el as HTMLElement) },
          text,
        ),
      ]
    : [];
}
