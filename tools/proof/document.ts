import { join } from 'node:path';
import { root } from '../workspace/paths.ts';
import { commandOf, failuresOf, type Figure, type ProofPart, type ProofRun } from './part.ts';

/** Where the figures are. */
export const proofDocument = join(root, 'docs', 'proof.md');

/** A part, with the runs of it that are kept, the newest first. */
export interface PartRuns {
  readonly part: ProofPart;
  readonly runs: readonly ProofRun[];
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The figures that no run has. */
function missingOf({ part: { subjects = [] }, runs }: PartRuns): readonly string[] {
  const known = new Set(runs.flatMap(({ figures }) => figures.map(({ name }) => name)));
  return subjects.filter((name) => !known.has(name));
}

function stateOf(all: PartRuns): string {
  if (all.runs.length === 0) return 'not run';
  const failures = [...all.runs.flatMap(failuresOf).map(({ name }) => name), ...missingOf(all)];
  return failures.length === 0 ? 'holds' : `**fails**: ${[...new Set(failures)].join(', ')}`;
}

function valueOf(figure: Figure | undefined): string {
  if (!figure) return '';
  return figure.holds === false ? `**fails**: ${figure.value}` : figure.value;
}

function figuresOf(runs: readonly ProofRun[]): string {
  const names = [...new Set(runs.flatMap(({ figures }) => figures.map(({ name }) => name)))];
  const rows = names.map((name) => {
    const found = runs.map(({ figures }) => figures.find((figure) => figure.name === name));
    const target = found.find((figure) => figure?.target !== undefined)?.target ?? '';
    return [name, target, ...found.map(valueOf)].map(cell);
  });
  const heads = ['figure', 'has to be', ...runs.map(({ seed }) => `seed ${seed}`)];
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function ranOf(part: ProofPart, run: ProofRun): string {
  const { day, node, seconds, versions = {} } = run;
  const used = [`Node ${node}`, ...Object.entries(versions).map(([name, version]) => `${name} ${version}`)].join(', ');
  return `- ${day}, ${Math.round(seconds)} s, ${used}: \`${commandOf(part, run)}\``;
}

function sectionOf({ part, runs }: PartRuns): string {
  const blocks = [`## ${part.title}`, part.about];
  if (runs.length === 0) return [...blocks, `Not run. \`npm run proof -- ${part.name}\` runs it.`].join('\n\n');
  const notes = [...new Set(runs.flatMap((run) => run.notes ?? []))].map((note) => `- ${note}`).join('\n');
  blocks.push(runs.map((run) => ranOf(part, run)).join('\n'), figuresOf(runs));
  const missing = missingOf({ part, runs });
  if (missing.length > 0) blocks.push(`Not run yet: ${missing.join(', ')}.`);
  if (notes !== '') blocks.push(notes);
  return blocks.join('\n\n');
}

/** The whole document, from the kept runs of every part. */
export function writeProof(all: readonly PartRuns[]): string {
  const rows = all.map((one) => `| ${one.part.title} | ${one.runs[0]?.day ?? ''} | ${stateOf(one)} |`);
  return `# Proof

Figures of what was not thought of: the machines explored, faults drawn at random, time played by the day. Each figure comes
from a run whose command stands beside it; the same seed is the same run. One that is not what it has to be is printed as
failing. This page is written by

\`\`\`sh
npm run proof
\`\`\`

which runs every part. \`npm run proof -- ${all[0]!.part.name} --seed 7\` runs one of them, and \`--short\` a small one that is printed and not
kept. Of each part the last two runs with different seeds are shown.

| part | last run | |
|---|---|---|
${rows.join('\n')}

${all.map(sectionOf).join('\n\n')}
`;
}
