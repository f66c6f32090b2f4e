import { readTrace, writeTrace } from '@meshes-embed/core/inspect';
import { expect, test } from 'vitest';
import { exploreBreadthFirst } from '../src/explore/breadthFirst.ts';
import { breakages } from '../src/explore/breakages.ts';
import { heal } from '../src/explore/healthy.ts';
import { isFound } from '../src/explore/index.ts';
import { moveNamed } from '../src/explore/moves.ts';
import { take } from '../src/explore/rules.ts';
import { createStage } from '../src/explore/stage.ts';
import { inWords, startsOf } from '../src/explore/starts.ts';
import { traceOf } from '../src/explore/traceOf.ts';
import { walkAtRandom } from '../src/explore/walks.ts';

test('breadth first: no rule is broken, and a healthy world leads to live', () => {
  const stage = createStage({ random: () => 0.5 });
  const { violations, states } = exploreBreadthFirst({
    stage,
    maxStates: 30_000,
    healEvery: 10,
    starts: startsOf(stage),
  });
  expect(violations.map(({ rule, path }) => [rule, inWords(path)])).toEqual([]);
  expect(states).toBe(30_000);
});

test('what says nothing, is kept, and is lost then, was silent all the same', () => {
  const stage = createStage({ random: () => 0.5 });
  let world = stage.start();
  for (const name of [
    'the host mounts it',
    'the backend answers',
    'the document says ready, and loads',
    'the host takes a message',
    'the host takes a message',
    'the next timer is up',
    'the next timer is up',
    'the backend answers',
    'the document loads, and says ready',
    'the kept iframe is lost',
    'the host takes a message',
    'the iframe is reloaded: its launch URL is spent',
  ]) {
    const next = take(world, moveNamed(name), stage, { next: () => 0.5, below: () => 0 });
    if (next === null) throw new Error(`"${name}" cannot happen here.`);
    world = next;
  }
  // No host can tell the page that a spent launch URL shows from an embed that never says anything after its ready.
  expect([world.broken, heal(world, stage)]).toEqual([null, null]);
});

test('at random: no rule is broken, and each walk ends live; the same seed is the same walk', () => {
  const options = { seed: 20_261_201, first: 0, walks: 150, steps: 300 };
  const { violations, steps } = walkAtRandom(options);
  expect(violations.map(({ rule, path, walkSeed }) => [rule, walkSeed, inWords(path)])).toEqual([]);
  expect(walkAtRandom(options).steps).toBe(steps);
});

test.each(breakages)('a machine that is broken is found: $name', (breakage) => {
  expect(isFound(breakage)).toBe(true);
});

test('what is broken is told by the shortest way there, as a trace that the visualizer opens', () => {
  const { machine } = breakages.find(({ name }) => name === 'a token is posted before ready')!;
  const stage = createStage({ host: machine, random: () => 0.5 });
  const { violations } = exploreBreadthFirst({
    stage,
    maxStates: 5_000,
    healEvery: 1_000,
    starts: [[]],
    stopAt: /ready/,
  });
  const violation = violations.find(({ rule }) => rule === 'a token was posted before any ready came')!;
  expect(inWords(violation.path)).toEqual([
    'the host mounts it',
    'the backend answers',
    'the document loads, and says ready',
    'the host takes a message',
  ]);
  const trace = readTrace(writeTrace(traceOf(violation, machine)));
  expect(trace.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'effect fetch-session',
    'state minting.asking',
    'effect show-frame',
    'state launching.opening',
    'in load',
    'out meshes:auth',
    'state launching.loaded',
  ]);
});

test('what a walk finds is cut to what is needed', () => {
  const { machine, rule } = breakages.find(({ name }) => name === 'a token is posted before ready')!;
  const { violations } = walkAtRandom({ host: machine, seed: 1, first: 0, walks: 3, steps: 300 });
  const violation = violations.find((one) => rule.test(one.rule))!;
  expect(violation.path.length).toBeLessThan(12);
  expect(traceOf(violation, machine).at(-1)).toMatchObject({ kind: 'state', name: 'launching.loaded' });
});
