/** Whether this browser moves an iframe within a document without loading it again (`moveBefore`). */
export function canMove(): boolean {
  return 'moveBefore' in (globalThis.Element?.prototype ?? {});
}

/** Moves a node as it is. Whether that could be done: not out of the page, nor into another one. */
export function moveInto(place: ParentNode, node: Node): boolean {
  try {
    place.moveBefore(node, null);
    return true;
  } catch {
    return false;
  }
}
