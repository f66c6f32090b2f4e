import { expect, test } from 'vitest';
import { hostChart, machines } from '../src/chart/charts.ts';
import { pathsTo } from '../src/simulate/explore.ts';
import { endings } from '../src/simulate/happenings.ts';
import { createSimulation } from '../src/simulate/simulation.ts';

const mount = { event: { type: 'MOUNT' } };

test('what can happen is what the definition takes in this state, by its transition', () => {
  const simulation = createSimulation('host');
  expect(simulation.getView().state).toBe('idle');
  simulation.happen(mount);
  const { state, possible, trace } = simulation.getView();
  expect(state).toBe('minting');
  expect(trace.map(({ kind, name }) => [kind, name])).toEqual([['state', 'minting']]);
  const taken = [...possible].map(([id, all]) => [hostChart.states.get('minting')?.transitions.find((one) => one.id === id)?.target, all.map(({ note }) => note)]);
  expect(taken).toContainEqual(['launching', ['answers', 'answers, token lives 5 s', 'answers another session']]);
  expect(taken).toContainEqual(['failed', ['refuses for good']]);
});

test('an actor ends as it is told, and time passes from timer to timer', () => {
  const simulation = createSimulation('host');
  simulation.happen(mount);
  expect(simulation.getView().nextDue).toBe(15_000);
  simulation.happen({ event: { type: 'DUE' } });
  expect(simulation.getView()).toMatchObject({ state: 'recovering', now: 15_000 });
  simulation.pass(600_000);
  expect(simulation.getView().state).toBe('failed');
  expect(simulation.getView().contexts.at(-1)?.['problem']).toMatchObject({ code: 'backend-timeout' });
});

test('every way leads where it says, the shortest first', () => {
  const ways = pathsTo('host', hostChart, 'failed');
  expect(ways.length).toBeGreaterThan(5);
  expect(ways.map(({ steps }) => steps.length)).toEqual(ways.map(({ steps }) => steps.length).toSorted((a, b) => a - b));
  expect(new Set(ways.map(({ steps }) => steps.map(({ event, state }) => `${event.type} ${state}`).join())).size).toBe(ways.length);
  const simulation = createSimulation('host');
  for (const one of ways[0]!.steps) simulation.happen(one);
  expect(simulation.getView().state).toBe('failed');
});

test('every innermost state can be reached', () => {
  for (const { side, chart } of machines) {
    const leaves = [...chart.states.values()].filter(({ children }) => children.length === 0);
    expect(leaves.filter(({ path }) => pathsTo(side, chart, path).length === 0)).toEqual([]);
  }
});

test('there is an ending of each sort', () => {
  expect(endings.some(({ output }) => output)).toBe(true);
  expect(endings.some(({ error }) => error?.final)).toBe(true);
});
