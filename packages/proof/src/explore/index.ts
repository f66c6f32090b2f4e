import { hostMachine } from '@meshes-embed/core/machine';
import { getStateNodes } from 'xstate/graph';
import { exploreBreadthFirst } from './breadthFirst.ts';
import { breakages, type Breakage } from './breakages.ts';
import { createPool } from './pool.ts';
import { createStage } from './stage.ts';
import { inWords, startsOf } from './starts.ts';
import type { Violation } from './violation.ts';
import { writeViolations } from './writeViolations.ts';

/** How far the machines are explored. */
export interface ExploreOptions {
  readonly seed: number;
  readonly short: boolean;
  /** How many of the walks. */
  readonly share: number;
  /** Told how far it is. */
  readonly say: (text: string) => void;
}

const sizes = {
  full: { maxStates: 1_000_000, healEvery: 10, walks: 200_000, steps: 300, batch: 2_000 },
  short: { maxStates: 40_000, healEvery: 10, walks: 400, steps: 300, batch: 100 },
};

/** Whether a way to break the machine is found, by a breadth-first search that ends at the first violation of its rule. */
export function isFound({ machine, rule }: Breakage): boolean {
  const stage = createStage({ host: machine, random: () => 0.5 });
  const { violations } = exploreBreadthFirst({
    stage,
    maxStates: 60_000,
    healEvery: 5,
    starts: startsOf(stage),
    stopAt: rule,
  });
  return violations.some((violation) => rule.test(violation.rule));
}

const inFull = (count: number): string => count.toLocaleString('en');

/** Explores both machines: breadth first, and by random walks; with what is broken on purpose, which has to be found. */
export async function exploreMachines({ seed, short, share, say }: ExploreOptions) {
  const { maxStates, healEvery, walks: whole, steps, batch } = sizes[short ? 'short' : 'full'];
  const walks = Math.ceil((whole * share) / batch) * batch;
  const pool = createPool();
  try {
    const batches = Array.from({ length: walks / batch }, (_, index) => ({
      seed,
      first: index * batch,
      walks: batch,
      steps,
    }));
    let done = 0;
    const [first, ...walked] = await Promise.all([
      pool.run({ kind: 'breadth-first', maxStates, healEvery }),
      ...batches.map(async (options) => {
        const result = await pool.run({ kind: 'walks', options });
        done += batch;
        say(`${inFull(done)} walks`);
        return result;
      }),
    ]);
    const found = breakages.filter(isFound);
    const violations = [first, ...walked].flatMap((result) => result.violations);
    const byRule = new Map<string, Violation>();
    for (const violation of violations) {
      const known = byRule.get(violation.rule);
      if (!known || violation.path.length < known.path.length) byRule.set(violation.rule, violation);
    }
    const files = writeViolations([...byRule.values()]);
    const met = new Set([first, ...walked].flatMap((result) => result.hostStates));
    const all = getStateNodes(hostMachine.root).filter(({ type }) => type === 'atomic' || type === 'final');
    const notMet = all.map(({ path }) => path.join('.')).filter((state) => !met.has(state));
    const missed = breakages.filter((breakage) => !found.includes(breakage)).map(({ name }) => name);
    return {
      figures: [
        {
          name: 'abstract states, breadth first',
          value: first.whole ? `${inFull(first.states)}, the whole space` : inFull(first.states),
          target: `${inFull(maxStates)} or the whole space`,
          holds: first.whole || first.states >= maxStates,
        },
        { name: 'steps between them', value: inFull(first.steps) },
        { name: 'moves from a start to the last of them', value: String(first.depth) },
        { name: 'of them followed through a healthy world', value: inFull(first.healed) },
        {
          name: 'random walks',
          value: `${inFull(walks)} of ${steps} steps`,
          target: `${inFull(whole)} of ${steps} steps`,
          holds: walks >= whole,
        },
        { name: 'steps of the walks', value: inFull(walked.reduce((sum, one) => sum + one.steps, 0)) },
        {
          name: "states of the host's machine that were met",
          value: `${all.length - notMet.length} of ${all.length}${notMet.length > 0 ? `, without ${notMet.join(', ')}` : ''}`,
          target: 'all',
          holds: notMet.length === 0,
        },
        {
          name: 'ways to break the machine that are found',
          value: `${found.length} of ${breakages.length}${missed.length > 0 ? `, without: ${missed.join('; ')}` : ''}`,
          target: 'all',
          holds: missed.length === 0,
        },
        { name: 'rules that are broken', value: String(byRule.size), target: '0', holds: byRule.size === 0 },
      ],
      notes: [...byRule.values()].map(
        ({ rule, path }, index) => `${rule}: ${inWords(path).join(' → ')} (${files[index]})`,
      ),
    };
  } finally {
    await pool.close();
  }
}
