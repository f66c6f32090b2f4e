import { abstractionOf } from './abstraction.ts';
import { heal } from './healthy.ts';
import { moves } from './moves.ts';
import { createRandom } from './random.ts';
import { take } from './rules.ts';
import type { Stage } from './stage.ts';
import type { Violation } from './violation.ts';
import { stateOf, type World } from './world.ts';

export interface BreadthFirstOptions {
  readonly stage: Stage;
  /** So many abstract states at most. */
  readonly maxStates: number;
  /** One of so many states is let heal. */
  readonly healEvery: number;
  /** Where to begin: paths of moves. */
  readonly starts: readonly (readonly number[])[];
  /** The first violation of such a rule is enough. */
  readonly stopAt?: RegExp;
}

export interface BreadthFirstResult {
  readonly states: number;
  /** Steps taken, the ones to known states included. */
  readonly steps: number;
  /** Moves from a start to the states found last. */
  readonly depth: number;
  /** Whether every state was looked at, and no further one was found. */
  readonly whole: boolean;
  readonly healed: number;
  /** Every state of the host's machine that was met. */
  readonly hostStates: readonly string[];
  readonly violations: readonly Violation[];
}

/** Every way that things may go, the shortest first, until the bound; each rule's first violation is kept. */
export function exploreBreadthFirst({
  stage,
  maxStates,
  healEvery,
  starts,
  stopAt,
}: BreadthFirstOptions): BreadthFirstResult {
  const random = createRandom(0);
  const known = new Set<number>();
  const parents = new Int32Array(maxStates + 1);
  const by = new Uint8Array(maxStates + 1);
  const startOf = new Map<number, readonly number[]>();
  /** Those that are still to be looked at; looked at, they are let go. */
  let frontier: { readonly index: number; readonly world: World }[] = [];
  const violations = new Map<string, Violation>();
  const hostStates = new Set<string>();
  let states = 0;
  let steps = 0;
  let healed = 0;
  let depth = 0;
  let full = false;

  const pathTo = (index: number): number[] => {
    const path: number[] = [];
    let at = index;
    for (; !startOf.has(at); at = parents[at]!) path.push(by[at]!);
    return [...startOf.get(at)!, ...path.reverse()];
  };
  const breaks = (rule: string, path: () => readonly number[]): void => {
    if (!violations.has(rule)) violations.set(rule, { rule, path: path() });
    full ||= stopAt?.test(rule) === true;
  };

  for (const start of starts) {
    let world: World = stage.start();
    for (const move of start) {
      const next = take(world, move, stage, random);
      if (!next) throw new Error(`a start cannot be reached: "${moves[move]!.name}" cannot happen`);
      if (next.broken) breaks(next.broken, () => start);
      world = next;
    }
    states += 1;
    known.add(abstractionOf(world));
    startOf.set(states, start);
    frontier.push({ index: states, world });
  }
  while (frontier.length > 0 && !full) {
    depth += 1;
    const next: typeof frontier = [];
    for (const { index, world } of frontier) {
      if (full) break;
      hostStates.add(stateOf(world.host));
      if (index % healEvery === 0) {
        healed += 1;
        const wrong = heal(world, stage);
        if (wrong) breaks(wrong, () => pathTo(index));
      }
      if (world.destroyed) continue;
      for (const [move, { walksOnly }] of moves.entries()) {
        if (walksOnly) continue;
        const then = take(world, move, stage, random);
        if (!then) continue;
        steps += 1;
        if (then.broken) {
          breaks(then.broken, () => [...pathTo(index), move]);
          // What follows from a broken rule is not looked at.
          continue;
        }
        const key = abstractionOf(then);
        if (known.has(key)) continue;
        if (states >= maxStates) {
          full = true;
          break;
        }
        known.add(key);
        states += 1;
        parents[states] = index;
        by[states] = move;
        next.push({ index: states, world: then });
      }
    }
    frontier = next;
  }
  return {
    states,
    steps,
    depth,
    whole: !full,
    healed,
    hostStates: [...hostStates].sort(),
    violations: [...violations.values()],
  };
}
