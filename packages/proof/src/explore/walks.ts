import { heal } from './healthy.ts';
import { moveNamed, moves } from './moves.ts';
import type { Random } from './random.ts';
import { take } from './rules.ts';
import { createStage, type Stage, type StageOptions } from './stage.ts';
import { chanceOf } from './traceOf.ts';
import type { Violation } from './violation.ts';
import { stateOf, type World } from './world.ts';

export interface WalksOptions {
  readonly host?: StageOptions['host'];
  readonly seed: number;
  /** The number of the first walk; each walk has a chance of its own, made of the seed and its number. */
  readonly first: number;
  readonly walks: number;
  readonly steps: number;
}

export interface WalksResult {
  readonly steps: number;
  readonly hostStates: readonly string[];
  readonly violations: readonly Violation[];
}

/** So many draws find a move that can happen, or none can. */
const maxDraws = 200;

/** Draws a move by its weight. */
function createDraw(): (share: number) => number {
  const sums: number[] = [];
  let sum = 0;
  for (const { weight } of moves) sums.push((sum += weight));
  return (share) => {
    const wanted = share * sum;
    return sums.findIndex((upTo) => wanted < upTo);
  };
}

/** Walks at random. In the end of each all goes well, and it has to be live; then it is destroyed. */
export function walkAtRandom({ host, seed, first, walks, steps }: WalksOptions): WalksResult {
  let chance = (): number => 0;
  const [still, moving] = [false, true].map((movable) =>
    createStage({ ...(host && { host }), random: () => chance(), movable }),
  ) as [Stage, Stage];
  let stage = moving;
  const draw = createDraw();
  const destroy = moveNamed('the host destroys it');
  const violations = new Map<string, Violation>();
  const hostStates = new Set<string>();
  let taken = 0;

  const seedOf = (walk: number): number => Math.imul(seed + 1, 0x27d4_eb2f) + walk;
  const begin = (walkSeed: number) => {
    const { machine, moves: random, movable } = chanceOf(walkSeed);
    chance = machine;
    stage = movable ? moving : still;
    return { world: stage.start(), random };
  };
  /** What a path breaks, whole or cut; null where it breaks nothing. A move that cannot happen is left out. */
  const replay = (path: readonly number[], walkSeed: number): { rule: string; path: number[] } | null => {
    const { world: start, random } = begin(walkSeed);
    let world: World = start;
    const done: number[] = [];
    for (const move of path) {
      const next = take(world, move, stage, random);
      if (!next) continue;
      done.push(move);
      if (next.broken) return { rule: next.broken, path: done };
      world = next;
    }
    const rule = endOf(world, random);
    return rule === null ? null : { rule, path: done };
  };
  const endOf = (world: World, random: Random): string | null => {
    const wrong = heal(world, stage);
    if (wrong || world.destroyed) return wrong;
    return take(world, destroy, stage, random)?.broken ?? null;
  };
  /** The shortest part of the path that still breaks the rule: ever smaller pieces are left out. */
  const shrink = (path: readonly number[], rule: string, walkSeed: number): readonly number[] => {
    let best = path;
    for (let size = Math.ceil(best.length / 2); size >= 1; size = size > 1 ? Math.ceil(size / 2) : 0) {
      for (let at = 0; at < best.length;) {
        const shorter = replay(best.toSpliced(at, size), walkSeed);
        if (shorter?.rule === rule) best = shorter.path;
        else at += size;
      }
    }
    return best;
  };

  for (let walk = first; walk < first + walks; walk++) {
    const walkSeed = seedOf(walk);
    const { world: start, random } = begin(walkSeed);
    let world: World = start;
    const path: number[] = [];
    let rule: string | null = null;
    while (path.length < steps && rule === null) {
      let next: World | null = null;
      for (let tries = 0; tries < maxDraws && !next; tries++) {
        const move = draw(random.next());
        next = take(world, move, stage, random);
        if (next) path.push(move);
      }
      if (!next) break;
      taken += 1;
      world = next;
      rule = world.broken;
      if (path.length % 16 === 0) hostStates.add(stateOf(world.host));
    }
    rule ??= endOf(world, random);
    // A walk that is cut is another one: what it draws differs, so that only those that break the rule again count.
    if (rule !== null && !violations.has(rule))
      violations.set(rule, { rule, path: shrink(path, rule, walkSeed), walkSeed });
  }
  return { steps: taken, hostStates: [...hostStates].sort(), violations: [...violations.values()] };
}
