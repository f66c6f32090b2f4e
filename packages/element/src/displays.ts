import type { EmbedTexts, EmbedView } from '@meshes-embed/core';
import { displaysOf, textsOf } from '@meshes-embed/core/adapter';
import { createDisplay, make } from './display.ts';

/** All that is in the shadow root. */
export interface Displays {
  /** What the iframe goes into, and the displays over it. It can take the focus. */
  readonly place: HTMLElement;
  /** Brings the displays up to date. */
  show(view: EmbedView, texts: Partial<EmbedTexts> | undefined): void;
}

/** Makes the displays. @param retry - what a click on a button does, and on what a page's own display marks as one */
export function createDisplays(retry: () => void): Displays {
  const place = make('div', { part: 'place', tabindex: '-1' });
  const keepFocus = (): void => place.focus({ preventScroll: true });
  const loading = createDisplay('status', 'loading', 'try-now', keepFocus);
  const alert = createDisplay('alert', 'problem', 'retry', keepFocus);
  loading.region.dataset['meshesLoading'] = '';
  // There before it says anything, so that this is noticed.
  place.append(loading.region);
  place.addEventListener('click', ({ target }) => (target as Element).closest('[data-meshes-retry]') && retry());

  return {
    place,
    show(view, given) {
      const { loading: loads, text, tryNow, problem } = displaysOf(view, given);
      loading.show(loads ? text : null, loads ? tryNow : null);
      alert.show(problem && problem.userMessage, problem?.retryable ? textsOf(given).retry : null);
      if (!problem) return alert.region.remove();
      alert.region.dataset['meshesProblem'] = problem.code;
      if (alert.region.parentNode !== place) place.append(alert.region);
    },
  };
}
