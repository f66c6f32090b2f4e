/** What is watched around an iframe. */
export interface PlaceWatcher {
  /** Something was put in or taken out of the container, or of what the container is in. */
  readonly onMoved: () => void;
  /** An attribute of the container was changed. */
  readonly onAttribute: () => void;
}

/** Every node that the container is in, through shadow roots, the container and what is in it first. */
function chainOf(inner: Node): Node[] {
  const chain: Node[] = [];
  for (let node: Node | null = inner; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null)
    chain.push(node);
  return chain;
}

/**
 * Watches an iframe's place until the result is called. Only the children of what the place is in are looked at, and no
 * others of the page; where the container is out of the page, the whole of it, as it may come back anywhere.
 */
export function watchPlace(
  container: HTMLElement,
  place: Node,
  attributes: string[],
  { onMoved, onAttribute }: PlaceWatcher,
): () => void {
  let chain: Node[] = [];
  const observer = new MutationObserver((records) => {
    if (records.some(({ type }) => type === 'attributes')) onAttribute();
    if (!records.some(({ type }) => type === 'childList')) return;
    follow();
    onMoved();
  });
  function follow(): void {
    const now = chainOf(place);
    if (now.length === chain.length && now.every((node, index) => node === chain[index])) return;
    chain = now;
    observer.disconnect();
    for (const node of chain) observer.observe(node, { childList: true });
    // It is in the chain: what is asked of it last is all that counts.
    observer.observe(container, { childList: true, attributeFilter: attributes });
    if (!container.isConnected) observer.observe(container.ownerDocument, { childList: true, subtree: true });
  }
  follow();
  return () => observer.disconnect();
}
