import type { TraceEvent } from '@meshes-embed/core';
import { heal } from './healthy.ts';
import { createRandom } from './random.ts';
import { take } from './rules.ts';
import { createStage, type StageOptions } from './stage.ts';
import type { Violation } from './violation.ts';
import type { World } from './world.ts';

/** The chance of a walk: that of the machine, and that of the moves. */
export function chanceOf(walkSeed: number): {
  readonly machine: () => number;
  readonly moves: ReturnType<typeof createRandom>;
  /** Every other walk is one of a browser that cannot move an iframe. */
  readonly movable: boolean;
} {
  return {
    machine: createRandom(walkSeed).next,
    moves: createRandom(walkSeed ^ 0x5bd1_e995),
    movable: walkSeed % 2 === 0,
  };
}

/** A violation as the trace that an embed would have written, which the visualizer opens; the way to the end included. */
export function traceOf({ path, walkSeed }: Violation, host?: StageOptions['host']): readonly TraceEvent[] {
  const chance = chanceOf(walkSeed ?? 0);
  const stage = createStage(
    walkSeed === undefined
      ? { ...(host && { host }), random: () => 0.5 }
      : { ...(host && { host }), random: chance.machine, movable: chance.movable },
  );
  const events: TraceEvent[] = [];
  stage.record((at, kind, name, data) =>
    events.push({ version: 1, index: events.length, at: Math.round(at), kind, name, ...(data && { data }) }),
  );
  let world: World = stage.start();
  for (const move of path) {
    const next = take(world, move, stage, chance.moves);
    if (!next) continue;
    world = next;
    if (world.broken) return events;
  }
  heal(world, stage);
  return events;
}
