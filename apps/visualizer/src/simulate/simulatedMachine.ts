import { hostMachine, frameMachine, type HostInput } from '@meshes-embed/core/machine';
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';
import type { Side } from '../chart/charts.ts';
import { waitingActor } from './waitingActor.ts';

const doNothing = (): void => {};

/** As a definition names it, or as it stands there itself. */
type Named = string | { readonly type?: string };
const nameOf = (named: Named): string | undefined => (typeof named === 'string' ? named : named.type);

/** The names that a machine leaves to the code that runs it: read off its definition, so that none can be forgotten. */
export function leftToProvide(machine: AnyStateMachine): {
  readonly actions: readonly string[];
  readonly actors: readonly string[];
} {
  const actions: Named[] = [];
  const actors: Named[] = [];
  const visit = (node: AnyStateNode): void => {
    actions.push(
      ...(node.entry as Named[]),
      ...(node.exit as Named[]),
      ...[...node.transitions.values()].flat().flatMap((transition) => transition.actions as Named[]),
    );
    actors.push(...node.invoke.map(({ src }) => src as Named));
    for (const child of Object.values(node.states)) visit(child as AnyStateNode);
  };
  visit(machine.root);
  const missing = (named: readonly Named[], implemented: object): string[] =>
    [...new Set(named.map(nameOf))].filter(
      (name) => name !== undefined && !name.startsWith('xstate.') && !Object.hasOwn(implemented, name),
    ) as string[];
  return {
    actions: missing(actions, machine.implementations.actions),
    actors: missing(actors, machine.implementations.actors),
  };
}

function simulated(machine: AnyStateMachine): AnyStateMachine {
  const { actions, actors } = leftToProvide(machine);
  const all = <Value>(names: readonly string[], value: Value): Record<string, Value> =>
    Object.fromEntries(names.map((name) => [name, value]));
  return machine.provide({ actions: all(actions, doNothing), actors: all(actors, waitingActor) } as never);
}

/** The machines with nothing around them: their actors wait, and what they do to a page is left out. */
export const simulatedMachines: Readonly<Record<Side, AnyStateMachine>> = {
  host: simulated(hostMachine as unknown as AnyStateMachine),
  frame: simulated(frameMachine as unknown as AnyStateMachine),
};

/** What a machine is started with. */
export const simulatedInput = (now: () => number): HostInput => ({
  now,
  random: () => 0.5,
  page: 'dashboard',
  hostOrigin: 'https://host.example',
  minHeight: 480,
  maxHeight: 20_000,
  readyTimeout: () => 15_000,
});

/** The chart's id of a transition of the definition. */
export function transitionId(transition: AnyTransitionDefinition): string {
  const { source } = transition;
  return `${source.path.join('.')}#${[...source.transitions.values()].flat().indexOf(transition)}`;
}

/** A state's path in the chart, from a machine's value. */
export function pathOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  const [outer = '', inner] = Object.entries(value as object)[0] ?? [];
  return `${outer}.${pathOfValue(inner)}`;
}
