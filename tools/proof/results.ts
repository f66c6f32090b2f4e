import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/paths.ts';
import type { ProofPart, ProofRun } from './part.ts';

/** Where the runs are kept, a file for each part. */
const folder = join(root, 'docs', 'proof');
/** So many runs of a part are kept, each with a seed of its own. */
const keptRuns = 2;

const fileOf = ({ name }: ProofPart): string => join(folder, `${name}.json`);

/** The kept runs of a part, the newest first; none where it was never run. */
export function keptRunsOf(part: ProofPart): readonly ProofRun[] {
  return existsSync(fileOf(part)) ? (JSON.parse(readFileSync(fileOf(part), 'utf8')) as ProofRun[]) : [];
}

/**
 * The runs to keep once one more came: a run with the same seed as a former one takes its place. A run of some subjects
 * leaves the others' figures as they are, in the runs that have them.
 */
export function withRun(kept: readonly ProofRun[], run: ProofRun): readonly ProofRun[] {
  if (!run.only) return [run, ...kept.filter(({ seed }) => seed !== run.seed)].slice(0, keptRuns);
  const names = new Set(run.figures.map(({ name }) => name));
  const rest = kept.map((one) => ({ ...one, figures: one.figures.filter(({ name }) => !names.has(name)) }));
  return [run, ...rest.filter(({ figures }) => figures.length > 0)];
}

/** Keeps a run, beside the last one with another seed. */
export function keepRun(part: ProofPart, run: ProofRun): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(fileOf(part), `${JSON.stringify(withRun(keptRunsOf(part), run), null, 2)}\n`);
}
