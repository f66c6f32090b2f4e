/**
 * Tells the height of an element's content, at the start and at each change, in whole CSS px rounded up: the host gives
 * the iframe that height, and a fraction less would show a scroll bar.
 *
 * Measures the app's root and never the document, whose height is at least the iframe's own and so could never shrink.
 */
export function watchHeight(root: Element, onHeight: (height: number) => void): void {
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(root.getBoundingClientRect().height);
    if (height === last || height === 0) return;
    last = height;
    onHeight(height);
  }).observe(root);
}
