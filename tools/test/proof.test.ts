import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { proofDocument, writeProof } from '../proof/document.ts';
import type { ProofPart, ProofRun } from '../proof/part.ts';
import { parts } from '../proof/parts.ts';
import { keptRunsOf, withRun } from '../proof/results.ts';

const part: ProofPart = {
  name: 'day',
  title: 'A day',
  about: 'All of it.',
  run: () => Promise.reject(new Error('no')),
};
const run = (seed: number, changes: Partial<ProofRun> = {}): ProofRun => ({
  day: '2026-11-23',
  node: '24.0.0',
  seed,
  seconds: 12,
  figures: [{ name: 'steps', value: `${seed}0`, target: 'many', holds: true }],
  ...changes,
});

test('the document is what the kept runs say, for every part', () => {
  expect(readFileSync(proofDocument, 'utf8')).toBe(
    writeProof(parts.map((one) => ({ part: one, runs: keptRunsOf(one) }))),
  );
});

test('a part that was never run says so', () => {
  expect(writeProof([{ part, runs: [] }])).toContain('| A day |  | not run |');
});

test('each run has its command, and a column of figures', () => {
  const text = writeProof([{ part, runs: [run(7), run(8, { versions: { Chromium: '156' } })] }]);
  expect(text).toContain('- 2026-11-23, 12 s, Node 24.0.0: `npm run proof -- day --seed 7`');
  expect(text).toContain('Node 24.0.0, Chromium 156: `npm run proof -- day --seed 8`');
  expect(text).toContain('| steps | many | 70 | 80 |');
  expect(text).toContain('| A day | 2026-11-23 | holds |');
});

test('a figure that does not hold is printed as failing, in its table and above', () => {
  const failing = run(7, { figures: [{ name: 'stops', value: '3', target: '0', holds: false }] });
  const text = writeProof([{ part, runs: [failing] }]);
  expect(text).toContain('| stops | 0 | **fails**: 3 |');
  expect(text).toContain('| A day | 2026-11-23 | **fails**: stops |');
});

test('two runs are kept, with different seeds', () => {
  const two = withRun([run(8)], run(7));
  expect(two.map(({ seed }) => seed)).toEqual([7, 8]);
  expect(withRun(two, run(8, { seconds: 1 })).map(({ seconds }) => seconds)).toEqual([1, 12]);
  expect(withRun(two, run(9)).map(({ seed }) => seed)).toEqual([9, 7]);
});

test('a run of some subjects leaves the figures of the others, and what no run has is told', () => {
  const of = (seed: number, ...names: string[]): ProofRun =>
    run(seed, {
      only: names,
      figures: names.map((name) => ({ name, value: `${seed} %`, target: '90 %', holds: true })),
    });
  const kept = withRun(withRun([of(1, 'gate', 'grants')], of(2, 'client')), of(3, 'grants'));
  expect(kept.map(({ seed, figures }) => [seed, ...figures.map(({ name }) => name)])).toEqual([
    [3, 'grants'],
    [2, 'client'],
    [1, 'gate'],
  ]);
  const text = writeProof([{ part: { ...part, subjects: ['gate', 'machine'] }, runs: kept }]);
  expect(text).toContain('| A day | 2026-11-23 | **fails**: machine |');
  expect(text).toContain('Not run yet: machine.');
});
