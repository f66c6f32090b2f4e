/** What is to be played, while it is gathered rather than played in the order of the files. */
let gathered: (() => void)[] | undefined;

/** Declares a scenario's plays: now, or where all scenarios are gathered first, once they are in another order. */
export function declare(plays: () => void): void {
  if (gathered === undefined) plays();
  else gathered.push(plays);
}

/**
 * Declares the plays of everything that is imported, in an order that depends on the seed only: every process of the runner
 * finds the same one.
 */
export async function declareShuffled(importAll: () => Promise<unknown>, seed: number): Promise<void> {
  gathered = [];
  await importAll();
  const all = gathered;
  gathered = undefined;
  const random = randomFrom(seed);
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other]!, all[last]!];
  }
  for (const plays of all) plays();
}

/** Numbers from 0 to 1, the same ones for the same seed (a linear congruential generator, with the constants of Numerical Recipes). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
