/**
 * A document in an iframe whose policy refuses style attributes in HTML, with a server's markup in its `main`. It goes
 * with the result's `remove`.
 */
export async function strictPage(html: string): Promise<{ readonly main: HTMLElement; readonly remove: () => void }> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html><meta http-equiv="content-security-policy" content="style-src 'self'"><main>${html}</main>`;
  frame.width = '600';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return { main: frame.contentDocument!.querySelector('main')!, remove: () => frame.remove() };
}

/** How an adapter's outermost element in a `main` and the display in it are laid out: whether over each other, and how high. CSS px */
export function laidOut(main: HTMLElement): {
  readonly position: string;
  readonly height: number;
  readonly over: string;
} {
  const place = main.querySelector<HTMLElement>('[tabindex]')!;
  const styleOf = (element: Element): CSSStyleDeclaration => main.ownerDocument.defaultView!.getComputedStyle(element);
  return {
    position: styleOf(place).position,
    height: place.offsetHeight,
    over: styleOf(place.querySelector('[role="status"]')!).position,
  };
}
