import type { EmbedProblem, EmbedTexts, EmbedView } from '@meshes-embed/core';
import { displaysOf, displayStyle } from '@meshes-embed/core/adapter';
import { kebabCase } from './settings.ts';

const overlay = Object.entries(displayStyle).map(([name, value]) => `${kebabCase(name)}:${value}`);
const styles = `
  :host { display: block; min-height: 480px }
  :host([hidden]), [hidden] { display: none }
  [part=place] { position: relative; min-height: inherit }
  [role]:not([hidden]), ::slotted([data-meshes-loading]:not(:empty)), ::slotted([data-meshes-problem]) { ${overlay.join(';')} }`;

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

const problemDisplay = ({ code, userMessage, retryable }: EmbedProblem, texts: EmbedTexts): HTMLElement =>
  make(
    'div',
    { role: 'alert', 'data-meshes-problem': code },
    make('span', {}, userMessage),
    ...(retryable ? [make('button', { type: 'button', 'data-meshes-retry': '' }, texts.retry)] : []),
  );

const slotOf = (name: string, role: string): HTMLElement => make('div', { role, hidden: '' }, make('slot', { name }));

/** What copies of an element bring along, and must not keep. */
export const ownChildren = ':scope > :is(iframe, [data-meshes-loading], [data-meshes-problem])';

/**
 * Makes the displays. The default ones are children of the host, where the page's styles meet them as any adapter's;
 * what the page slots is shown in their stead, within the shadow root.
 *
 * @returns what to put into the shadow root, which can take the focus; and what brings the displays up to date
 */
export function createDisplays(host: HTMLElement, retry: () => void): { readonly place: HTMLElement; show(view: EmbedView, texts: EmbedTexts): void } {
  const slottedLoading = slotOf('loading', 'status');
  const slottedProblem = slotOf('problem', 'alert');
  const place = make('div', { part: 'place', tabindex: '-1' }, make('slot', {}), slottedLoading, slottedProblem);
  place.addEventListener('click', ({ target }) => (target as Element).closest('[data-meshes-retry]') && retry());
  const status = make('div', { role: 'status', 'data-meshes-loading': '' });
  let shown: EmbedProblem | null = null;
  let alert: HTMLElement | undefined;

  function show(view: EmbedView, texts: EmbedTexts): void {
    const { loading, problem } = displaysOf(view);
    const slotted = (name: string): boolean => host.querySelector(`:scope > [slot=${name}]`) !== null;
    slottedLoading.hidden = !(loading && slotted('loading'));
    slottedProblem.hidden = !(problem && slotted('problem'));

    // Only what changes is touched: assistive technology would say the rest again.
    const text = loading && slottedLoading.hidden ? texts.loading : '';
    if (status.textContent !== text) status.textContent = text;
    if (status.parentNode !== host) host.append(status);
    const wanted = slottedProblem.hidden ? problem : null;
    if (wanted === shown) return;
    shown = wanted;
    alert?.remove();
    alert = wanted ? host.appendChild(problemDisplay(wanted, texts)) : undefined;
  }
  return { place, show };
}
