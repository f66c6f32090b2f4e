/**
 * The elements that a CSS selector finds in a tree and in the open shadow roots in it, as if these were part of it: of
 * `main iframe`, `main` may be outside of the shadow root and `iframe` inside. The selector may have descendants, and no
 * lists and other combinators. The function is sent to pages as text, so it uses nothing around it.
 */
export function findAll<Found extends Element = HTMLElement>(selector: string, tree: ParentNode = document): Found[] {
  const steps = selector.match(/(?:\[[^\]]*\]|[^\s[])+/g) ?? [];
  function find(root: ParentNode, from: number): Found[] {
    const found = [...root.querySelectorAll<Found>(steps.slice(from).join(' '))];
    for (const host of [root, ...root.querySelectorAll('*')] as Element[]) {
      if (!host.shadowRoot) continue;
      for (let to = from; to < steps.length; to += 1) {
        const outside = steps.slice(from, to).join(' ');
        if (outside === '' || host.matches(`${outside}, ${outside} *`)) found.push(...find(host.shadowRoot, to));
      }
    }
    return found;
  }
  return [...new Set(find(tree, 0))];
}

/** All that is written in an element and in the open shadow roots in it, but for the addresses of iframes. */
export function markupOf(element: Element): string {
  function write(...nodes: Node[]): string {
    const copy = document.createElement('template');
    copy.content.append(...nodes.map((node) => node.cloneNode(true)));
    for (const iframe of copy.content.querySelectorAll('iframe')) iframe.removeAttribute('src');
    return copy.innerHTML;
  }
  const inside = (root: Element | ShadowRoot): string =>
    ([root, ...root.querySelectorAll('*')] as Element[])
      .map(({ shadowRoot }) => (shadowRoot ? write(...shadowRoot.childNodes) + inside(shadowRoot) : ''))
      .join('');
  return write(element) + inside(element);
}
