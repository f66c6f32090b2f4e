/** What a browser has that can move nodes as they are; TypeScript knows it of documents only. */
interface Movable {
  moveBefore?(node: Node, child: Node | null): void;
}

/** Whether this browser moves an iframe within a document without loading it again (`moveBefore`). */
export function canMove(): boolean {
  return 'moveBefore' in (globalThis.Element?.prototype ?? {});
}

/** Moves a node as it is. Whether that could be done: not out of the page, nor into another one. */
export function moveInto(place: Movable, node: Node): boolean {
  try {
    place.moveBefore!(node, null);
    return true;
  } catch {
    return false;
  }
}
