import { expect, test } from 'vitest';
import { layOutCharts, hostChart, machines } from '../src/chart/charts.ts';
import { sizes, widthOf } from '../src/chart/chartSizes.ts';
import type { PlacedState } from '../src/chart/chartLayout.ts';
import { findInChart } from '../src/chart/findInChart.ts';
import { machineChart, transitionsTaken } from '../src/chart/machineChart.ts';
import { deadEnds } from '../src/simulate/deadEnds.ts';
import { createMachine, raise } from 'xstate';

const idsOf = (from: string, by: string, to: string): readonly string[] =>
  transitionsTaken(hostChart, from, by, to).map(
    ({ source, event, guard, target }) => `${source} ${event} ${guard} ${target}`,
  );

test('a chart is the definition: events, guards with their parameters, delays, actors, nested states', () => {
  const machine = createMachine({
    id: 'door',
    initial: 'shut',
    on: { BREAK: '.gone' },
    states: {
      shut: {
        invoke: { src: 'wait', onDone: 'open.wide' },
        on: { OPEN: { guard: { type: 'may', params: { silent: true } }, target: 'open', actions: 'creak' } },
      },
      open: { initial: 'ajar', after: { soon: 'shut' }, states: { ajar: {}, wide: {} } },
      gone: { type: 'final' },
    },
  });
  const chart = machineChart(machine);
  expect([...chart.states.keys()]).toEqual(['', 'shut', 'open', 'open.ajar', 'open.wide', 'gone']);
  expect(chart.states.get('shut')).toMatchObject({ initial: true, actors: ['wait'], entry: [] });
  expect(
    chart.states.get('shut')?.transitions.map(({ event, guard, target, actions }) => [event, guard, target, actions]),
  ).toEqual([
    ['OPEN', 'may(silent: true)', 'open', ['creak']],
    ['done', null, 'open.wide', []],
  ]);
  expect(chart.states.get('open')?.transitions.map(({ event, target }) => [event, target])).toEqual([
    ['after soon', 'shut'],
  ]);
  expect(chart.states.get('gone')?.final).toBe(true);
  expect(deadEnds(chart)).toEqual([]);
});

test('a state that nothing leaves is a dead end', () => {
  expect(deadEnds(machineChart(createMachine({ initial: 'a', states: { a: { on: { GO: 'b' } }, b: {} } })))).toEqual([
    'b',
  ]);
});

test('the transition that was taken is found by its event, also where a deadline raised that', () => {
  expect(idsOf('idle', 'MOUNT', 'minting.asking')).toEqual(['idle MOUNT null minting']);
  expect(idsOf('launching.opening', 'READY', 'live')).toEqual(['launching READY tokenAlive live']);
  expect(idsOf('minting.asking', 'xstate.done.actor.0.embed.minting', 'launching.opening')).toEqual([
    'minting done launchable launching',
  ]);
  expect(idsOf('live', 'xstate.after.due.embed.live', 'refreshing')).toEqual([
    'live DEADLINE refreshesLeft refreshing',
  ]);
  expect(idsOf('live', 'WAKE', 'refreshing')).toEqual(['live DEADLINE refreshesLeft refreshing']);
  expect(idsOf('live', 'NO_SUCH', 'refreshing')).toEqual([]);
  const machine = createMachine({
    initial: 'a',
    states: { a: { on: { GO: { actions: raise({ type: 'NEXT' }) }, NEXT: 'b' } }, b: {} },
  });
  expect(transitionsTaken(machineChart(machine), 'a', 'GO', 'b').map(({ event }) => event)).toEqual(['NEXT']);
});

test('what the machine does and asks has its names', () => {
  const { entry, transitions } = hostChart.states.get('live')!;
  expect(entry).toEqual(['clearProblem', 'setRefreshDeadline']);
  expect(transitions.find(({ guard }) => guard === 'requestedEarly')?.actions).toEqual([
    'countRequest',
    'reportProblem(token-stale)',
    'setRefresh(asked)',
  ]);
  for (const { chart } of machines) {
    for (const state of chart.states.values())
      expect(
        [...state.entry, ...state.transitions.flatMap(({ guard, actions }) => [guard ?? '-', ...actions])].filter(
          (name) => /^(inline|assign|raise)$/.test(name),
        ),
      ).toEqual([]);
  }
});

test('a pattern of events is met by each of its kind, before what the states around it do', () => {
  expect(idsOf('minting.takenOut', 'xstate.done.actor.0.embed.minting', 'idle')).toEqual([
    'minting.takenOut done null idle',
  ]);
  expect(idsOf('minting.takenOut', 'xstate.after.takenOutGrace.embed.minting.takenOut', 'idle')).toEqual([
    'minting.takenOut after takenOutGrace null idle',
  ]);
  expect(hostChart.states.get('minting.takenOut')?.tags).toEqual(['out']);
});

test('no two cards overlap, what is inside stays inside, and each line of text fits its card', async () => {
  const layouts = await layOutCharts();
  for (const { side } of machines) {
    const { states } = layouts[side];
    expect(states.length).toBe(layouts[side].chart.states.size);
    const inside = (outer: PlacedState, inner: PlacedState): boolean =>
      inner.x >= outer.x &&
      inner.y >= outer.y + outer.card.height &&
      inner.x + inner.width <= outer.x + outer.width &&
      inner.y + inner.height <= outer.y + outer.height;
    const apart = (a: PlacedState, b: PlacedState): boolean =>
      a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
    for (const [index, one] of states.entries()) {
      for (const other of states.slice(index + 1)) {
        const nested = one.state.path !== '' && other.state.path.startsWith(`${one.state.path}.`);
        expect(nested ? inside(one, other) : apart(one, other), `${one.state.path} and ${other.state.path}`).toBe(true);
      }
      const ends = one.card.rows.flatMap((row) =>
        row.kind === 'transitions'
          ? row.words.map(({ x, text }) => row.left + x + widthOf(text))
          : [row.left + widthOf(row.text)],
      );
      expect(Math.max(0, ...ends)).toBeLessThanOrEqual(one.width);
      expect(sizes.header + Math.max(0, ...one.card.rows.map(({ line }) => line + 1)) * sizes.row).toBeLessThanOrEqual(
        one.height + 1,
      );
    }
  }
});

test('the chart is searched by events, guards, actions and actors', () => {
  expect(findInChart(hostChart, 'fetchsession')).toEqual(new Set(['minting']));
  expect(findInChart(hostChart, 'token_expired').size).toBeGreaterThan(0);
  expect(findInChart(hostChart, ' ')).toEqual(new Set());
});
