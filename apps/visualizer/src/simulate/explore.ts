import type { AnyStateMachine } from 'xstate';
import { getSimplePaths } from 'xstate/graph';
import type { Side } from '../chart/charts.ts';
import type { MachineChart } from '../chart/machineChart.ts';
import { happeningsOf } from './happenings.ts';
import { pathOfValue, simulatedInput, simulatedMachines } from './simulatedMachine.ts';

/** A way to a state. */
export interface StatePath {
  readonly steps: readonly { readonly event: { readonly type: string }; readonly state: string }[];
}

/** Every way from the start to a state that passes no state twice, the shortest first. */
export function pathsTo(side: Side, chart: MachineChart, target: string): readonly StatePath[] {
  const machine: AnyStateMachine = simulatedMachines[side];
  const types = new Set([...chart.states.values()].flatMap(({ transitions }) => transitions.map(({ eventType }) => eventType)));
  const events = [...types].flatMap((type) => happeningsOf(type).map(({ event }) => event));
  const paths = getSimplePaths(machine, {
    input: simulatedInput(() => 0),
    events,
    serializeState: ({ value }) => pathOfValue(value) as never,
    toState: ({ value }) => pathOfValue(value) === target,
    // A final state takes no event any more.
    stopWhen: ({ status }) => status !== 'active',
  });
  const ways = paths
    .map(({ steps }) => ({ steps: steps.filter(({ event }) => event.type !== 'xstate.init').map(({ event, state }) => ({ event, state: pathOfValue(state.value) })) }))
    .toSorted((a, b) => a.steps.length - b.steps.length);
  // Ways that differ only in what their events carry are one and the same to look at.
  return [...new Map(ways.map((way) => [way.steps.map(({ event, state }) => `${event.type} ${state}`).join(), way] as const).toReversed()).values()].toReversed();
}
