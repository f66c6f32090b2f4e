/** The element with the keyboard's focus in the tree of a node: outside of a shadow tree only its host is known. */
export function focusedIn(node: Node): Element | null {
  return (node.getRootNode() as Document | ShadowRoot).activeElement;
}

/** Whether the element itself has the keyboard's focus. */
export function hasFocus(element: Element): boolean {
  return focusedIn(element) === element;
}
