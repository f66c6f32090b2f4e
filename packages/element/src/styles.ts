import { displayStyle } from '@meshes-embed/core/adapter';
import { kebabCase } from './settings.ts';

const overlay = Object.entries(displayStyle).map(([name, value]) => `${kebabCase(name)}:${value}`);
const styles = `
  :host { display: block; min-height: 480px }
  :host([hidden]) { display: none }
  [part=place] { position: relative; min-height: inherit }
  [role]:not(:empty) { ${overlay.join(';')} }
  button { font: inherit }`;

/** Styles a shadow root for the document that it is in, by a sheet that no content security policy refuses. */
export function dress(root: ShadowRoot): void {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
}
