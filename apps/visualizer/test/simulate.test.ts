import { expect, test } from 'vitest';
import { hostChart, machines } from '../src/chart/charts.ts';
import { pathsTo } from '../src/simulate/explore.ts';
import { endings, possibleEventsOf } from '../src/simulate/possibleEvents.ts';
import { createSimulation } from '../src/simulate/simulation.ts';

const mount = { event: { type: 'MOUNT' } };

test('what can happen is what the definition takes in this state, by its transition', () => {
  const simulation = createSimulation('host');
  expect(simulation.getView().state).toBe('idle');
  simulation.take(mount);
  const { state, possible, trace } = simulation.getView();
  expect(state).toBe('minting.asking');
  expect(trace.map(({ kind, name }) => [kind, name])).toEqual([['state', 'minting.asking']]);
  const taken = [...possible].map(([id, all]) => [
    hostChart.states.get('minting')?.transitions.find((one) => one.id === id)?.target,
    all.map(({ note }) => note),
  ]);
  expect(taken).toContainEqual(['launching', ['answers', 'answers, token lives 5 s']]);
  expect(taken).toContainEqual(['failed', ['refuses the page', 'refuses for good']]);
});

test('an actor ends as it is told, and time passes from timer to timer', () => {
  const simulation = createSimulation('host');
  simulation.take(mount);
  expect(simulation.getView().nextDue).toBe(8_000);
  simulation.take({ event: { type: 'xstate.after.slow.embed.minting' } });
  expect(simulation.getView()).toMatchObject({
    state: 'minting.asking',
    now: 8_000,
    context: { slow: true },
    nextDue: 15_000,
  });
  simulation.take({ event: { type: 'DEADLINE' } });
  expect(simulation.getView()).toMatchObject({ state: 'recovering', now: 15_000 });
  simulation.pass(3_600_000);
  expect(simulation.getView().context['problem']).toMatchObject({ code: 'backend-timeout' });
});

test('what a deadline does is what it will do once it is over', () => {
  const simulation = createSimulation('host');
  for (const type of ['MOUNT', 'xstate.done.actor.0.embed.minting', 'READY'])
    simulation.take(possibleEventsOf('host', type)[0]!);
  const { state, possible } = simulation.getView();
  expect(state).toBe('live');
  const due = hostChart.states
    .get('live')
    ?.transitions.find(({ id, event }) => event === 'DEADLINE' && possible.has(id));
  expect(due).toMatchObject({ guard: 'refreshesLeft', target: 'refreshing' });
  simulation.take(possible.get(due!.id)![0]!);
  expect(simulation.getView().state).toBe('refreshing');
});

test('whatever ends while it is taken out ends it', () => {
  const simulation = createSimulation('host');
  for (const type of ['MOUNT', 'UNMOUNT']) simulation.take(possibleEventsOf('host', type)[0]!);
  const { state, possible } = simulation.getView();
  expect(state).toBe('minting.takenOut');
  const answers = [...possible].filter(([, all]) =>
    all.some(({ event }) => event.type === 'xstate.done.actor.0.embed.minting'),
  );
  expect(
    answers.map(([id]) => hostChart.states.get('minting.takenOut')?.transitions.find((one) => one.id === id)?.target),
  ).toEqual(['idle']);
  simulation.take(answers[0]![1][0]!);
  expect(simulation.getView().state).toBe('idle');
});

test('every way leads where it says, the shortest first, and no two are the same', () => {
  for (const target of ['failed', 'recovering', 'minting.takenOut', 'launching.reloaded']) {
    const ways = pathsTo('host', hostChart, target);
    expect(ways.length).toBeGreaterThan(3);
    expect(ways.map(({ steps }) => steps.length)).toEqual(
      ways.map(({ steps }) => steps.length).toSorted((a, b) => a - b),
    );
    expect(new Set(ways.map(({ steps }) => steps.map(({ state }) => state).join())).size).toBe(ways.length);
    for (const { steps } of ways) {
      const simulation = createSimulation('host');
      for (const one of steps) simulation.take(one);
      expect(simulation.getView().state).toBe(target);
    }
  }
});

test('a step of a way names all that lead there', () => {
  const [way] = pathsTo('host', hostChart, 'minting.asking');
  expect(way?.steps).toMatchObject([{ event: { type: 'MOUNT' }, state: 'minting.asking' }]);
  expect(way?.steps[0]?.labels).toEqual(expect.arrayContaining(['MOUNT', 'SHOW']));
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
