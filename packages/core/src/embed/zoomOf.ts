/**
 * By how much CSS `zoom` scales an element and not the document in it, where it is an iframe. Engines that know
 * `currentCSSZoom` scale both; WebKit scales the iframe only.
 */
export function zoomOf(element: Element): number {
  let zoom = 1;
  if ((element as Partial<Element>).currentCSSZoom !== undefined) return zoom;
  for (
    let node: Element | undefined = element;
    node;
    node = node.parentElement ?? (node.getRootNode() as Partial<ShadowRoot>).host
  )
    zoom *= Number(getComputedStyle(node).zoom) || 1;
  return zoom;
}
