/** The element that a piece of markup describes. The markup is the app's own; what comes from elsewhere is put in as text. */
export function fromMarkup(markup: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = markup.trim();
  return document.importNode(template.content, true).firstElementChild as HTMLElement;
}
