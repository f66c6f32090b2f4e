import { hostMachine, frameMachine } from '@meshes-embed/core/machine';
import type { AnyStateMachine, AnyTransitionDefinition } from 'xstate';
import type { Side } from '../chart/charts.ts';
import { waitingActor } from './waitingActor.ts';

const idle = (): void => {};
const provided = { actors: { fetchSession: waitingActor, refreshSession: waitingActor } };
const doings = (names: readonly string[]) => ({ actions: Object.fromEntries(names.map((name) => [name, idle])) });

/** The machines with nothing around them: their actors wait, and what they do to a page is left out. */
export const simulatedMachines: Readonly<Record<Side, AnyStateMachine>> = {
  host: (hostMachine as unknown as AnyStateMachine).provide({ ...provided, ...doings(['showFrame', 'removeFrame', 'postAuth', 'reportProblem']) } as never),
  frame: (frameMachine as unknown as AnyStateMachine).provide(doings(['sayReady', 'askForToken', 'sayExpired', 'sayPage', 'sayHeight']) as never),
};

/** What a machine is started with. */
export const simulatedInput = (now: () => number) => ({ now, random: () => 0.5, page: 'dashboard', hostOrigin: 'https://host.example', minHeight: 480, maxHeight: 20_000 });

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
