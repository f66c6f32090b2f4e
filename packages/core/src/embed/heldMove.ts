/** How long after it moved the container a framework may tell that it hides it. ms */
const hidingDelayMs = 200;

/** A move of the iframe that is not told yet. */
export interface HeldMove {
  /** Notes it; it is told after a while, or once `tell` is called. */
  hold(): void;
  tell(): void;
  drop(): void;
}

/** A framework that moves what it hides tells of the hiding later: without this, what is hidden would be launched again at once, for no one. */
export function createHeldMove(onMoved: () => void): HeldMove {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  function drop(): void {
    clearTimeout(waiting);
    waiting = undefined;
  }
  function tell(): void {
    if (waiting === undefined) return;
    drop();
    onMoved();
  }
  return { hold: () => void (waiting ??= setTimeout(tell, hidingDelayMs)), tell, drop };
}
