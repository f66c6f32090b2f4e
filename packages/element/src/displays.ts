import type { EmbedView } from '@meshes-embed/core';
import { displaysOf, displayStyle, displayTexts, idleView } from '@meshes-embed/core/adapter';
import { kebabCase } from './settings.ts';

const overlay = Object.entries(displayStyle).map(([name, value]) => `${kebabCase(name)}:${value}`);
const styles = `
  :host { display: block; min-height: 480px }
  :host([hidden]) { display: none }
  [part=place] { position: relative; min-height: inherit }
  [part=loading]:not(:empty), [part=problem] { ${overlay.join(';')} }`;

/** Styles a shadow root for the document that it is in, by a sheet that no content security policy refuses. */
export function dress(root: ShadowRoot): void {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
}

function make(tag: string, attributes: Record<string, string>, ...children: (Node | string)[]): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/**
 * Makes what is in the shadow root: the iframe's slot, and over it the displays, in place of which the host may slot its own.
 * The place of all this can take the focus, and the Tab key passes it by.
 *
 * @param retry - called for a click on what has `data-meshes-retry`, in a display of the host's own as well
 */
export function createDisplays(retry: () => void): { readonly place: HTMLElement; show(view: EmbedView): void } {
  const loading = make('slot', { name: 'loading' }, displayTexts.loading);
  const status = make('div', { part: 'loading', role: 'status' });
  const place = make('div', { part: 'place', tabindex: '-1' }, make('slot', {}), status);
  place.addEventListener('click', ({ target }) => (target as Element).closest('[data-meshes-retry]') && retry());
  let shown = { ...displaysOf(idleView), loading: false };

  function show(view: EmbedView): void {
    const before = shown;
    shown = displaysOf(view);
    // Only what changes is touched: assistive technology would say the rest again.
    if (shown.loading !== before.loading) status.replaceChildren(...(shown.loading ? [loading] : []));
    if (shown.problem === before.problem) return;
    place.querySelector('[part=problem]')?.remove();
    if (!shown.problem) return;
    const wayOn = shown.problem.retryable
      ? make('button', { part: 'retry', type: 'button', 'data-meshes-retry': '' }, displayTexts.retry)
      : make('span', {}, displayTexts.final);
    const slot = make('slot', { name: 'problem' }, make('span', {}, displayTexts.failed), wayOn);
    place.append(make('div', { part: 'problem', role: 'alert', 'data-meshes-problem': shown.problem.code }, slot));
  }
  return { place, show };
}
