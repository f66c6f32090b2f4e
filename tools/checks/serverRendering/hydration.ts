import type { Page } from 'playwright';

/** Runs in the page, before its own scripts: keeps the very element that the server has rendered, before anything could replace it. */
export function keepServerElement(): void {
  const observer = new MutationObserver(() => {
    const container = document.querySelector('[data-testid="embed"]');
    if (container === null) return;
    Object.assign(window, { serverElement: container });
    observer.disconnect();
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Runs in the page: whether the element that holds the iframe is the one that the server rendered. */
function holdsServerElement(): boolean {
  const { serverElement } = window as unknown as { serverElement?: Element };
  return (
    serverElement !== undefined &&
    serverElement === document.querySelector('[data-testid="embed"]') &&
    serverElement.querySelector('iframe') !== null
  );
}

/** Runs in the page: the page's main part as the server sent it and as it is now, both without what an embed that goes live changes. */
function mainParts(html: string): { server: string; now: string } {
  const read = (from: Document): string => {
    const main = from.querySelector('main')?.cloneNode(true) as HTMLElement | undefined;
    if (main === undefined) return 'no <main>';
    for (const iframe of main.querySelectorAll('iframe')) iframe.remove();
    for (const output of main.querySelectorAll('output')) output.textContent = '';
    for (const container of main.querySelectorAll('[data-testid="embed"]'))
      for (const name of ['data-meshes-status', 'aria-busy', 'style']) container.removeAttribute(name);
    for (const display of main.querySelectorAll('[role="status"]')) {
      display.removeAttribute('style');
      display.textContent = '';
    }
    // Set by script, the same style is written with blanks.
    for (const element of main.querySelectorAll<HTMLElement>('[style]'))
      element.setAttribute('style', element.style.cssText);
    // Frameworks mark the places between elements by comments and blanks of their own.
    const comments = from.createTreeWalker(main, NodeFilter.SHOW_COMMENT);
    const marks: ChildNode[] = [];
    while (comments.nextNode()) marks.push(comments.currentNode as Comment);
    for (const mark of marks) mark.remove();
    return main.outerHTML.replaceAll(/>\s+|\s+</g, (blanks) => blanks.trim());
  };
  return { server: read(new DOMParser().parseFromString(html, 'text/html')), now: read(document) };
}

/**
 * What hydrating changed of the server's markup, for a page whose embed is live. Frameworks cure some differences
 * without a word, production builds most of them.
 */
export async function hydrationFaults(title: string, page: Page, html: string): Promise<(string | null)[]> {
  const { server, now } = await page.evaluate(mainParts, html);
  return [
    (await page.evaluate(holdsServerElement))
      ? null
      : `${title}: the element that the server rendered was replaced while hydrating`,
    server === now ? null : `${title}: hydrating changed what the server sent:\n${server}\ninto\n${now}`,
  ];
}
