// `npm run proof`: measures what the tests do not think of, and writes docs/proof.md from what is kept of each part's runs.
// `npm run proof -- explore day` runs those parts only, `--seed 7` repeats a run, `--share 0.1` runs a tenth of
// what takes long, `--short` keeps nothing.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { proofDocument, writeProof } from './proof/document.ts';
import { commandOf, failuresOf, type ProofPart, type ProofResult } from './proof/part.ts';
import { parts } from './proof/parts.ts';
import { keepRun, keptRunsOf } from './proof/results.ts';
import { alignedTable } from './workspace/alignedTable.ts';
import { stopCommandsAtSignals } from './workspace/runCommand.ts';

const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    short: { type: 'boolean', default: false },
    minutes: { type: 'string' },
    only: { type: 'string' },
    share: { type: 'string', default: '1' },
  },
});
const unknown = names.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`Unknown part ${unknown.join(', ')}. Known:\n`);
  console.error(alignedTable(parts.map(({ name, title }) => [`  ${name}`, title])));
  process.exit(1);
}
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) {
  console.error(`--seed: expected a whole number from 0 up, got ${values.seed}`);
  process.exit(1);
}
const only = values.only?.split(',');
const { short } = values;
const minutes = values.minutes === undefined ? undefined : Number(values.minutes);
if (minutes !== undefined && !(minutes > 0)) {
  console.error(`--minutes: expected a number above 0, got ${values.minutes}`);
  process.exit(1);
}
const share = Number(values.share);
if (!(share > 0 && share <= 1)) {
  console.error(`--share: expected a number above 0 and up to 1, got ${values.share}`);
  process.exit(1);
}

function print(part: ProofPart, { figures, notes = [] }: ProofResult): void {
  console.log(
    alignedTable(
      figures.map(({ name, value, target = '', holds }) => [
        holds === false ? '✗' : holds ? '✓' : ' ',
        name,
        value,
        target && `has to be ${target}`,
      ]),
    ),
  );
  for (const note of notes) console.log(`  ${note}`);
  console.log(`  ${commandOf(part, { seed, share, ...(only && { only }) })}${short ? ' --short' : ''}`);
}

stopCommandsAtSignals();
let failures = 0;
for (const part of parts.filter(({ name }) => names.length === 0 || names.includes(name))) {
  console.log(`\n── ${part.title}, seed ${seed} ──`);
  const start = performance.now();
  try {
    const result = await part.run({ seed, short, share, minutes, only });
    print(part, result);
    failures += failuresOf(result).length;
    if (!short) {
      const seconds = (performance.now() - start) / 1_000;
      keepRun(part, {
        day: new Date().toISOString().slice(0, 10),
        node: process.versions.node,
        seed,
        ...(share < 1 && { share }),
        ...(only && { only }),
        seconds: Math.round(seconds),
        ...result,
      });
    }
  } catch (error) {
    failures += 1;
    console.log(`✗ ${part.name} could not be carried out, and nothing of it is kept:`, error);
  }
}
if (!short) writeFileSync(proofDocument, writeProof(parts.map((part) => ({ part, runs: keptRunsOf(part) }))));
console.log(failures === 0 ? '\nall figures hold' : `\n${failures} figures do not hold`);
process.exit(failures > 0 ? 1 : 0);
