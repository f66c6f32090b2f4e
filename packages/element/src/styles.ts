import { displayStyle, ownDisplayStyle } from '@meshes-embed/core/adapter';
import { kebabCase } from './settings.ts';

const rules = (style: object): string =>
  Object.entries(style)
    .map(([name, value]) => `${kebabCase(name)}:${value}`)
    .join(';');
const styles = `
  :host { display: block; min-height: 480px }
  :host([hidden]) { display: none }
  [part=place] { position: relative; min-height: inherit }
  [role]:not(:empty) { ${rules(ownDisplayStyle)} }
  [role]:not(:empty, [data-own]) { ${rules(displayStyle)} }
  button { font: inherit }`;

/**
 * Styles a shadow root for the document that it is in, by a sheet that no content security policy refuses.
 *
 * @param fills - whether the element is as high as what it is in
 */
export function dress(root: ShadowRoot, fills: boolean): void {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(fills ? `${styles} :host, [part=place] { height: 100% }` : styles);
  root.adoptedStyleSheets = [sheet];
}
