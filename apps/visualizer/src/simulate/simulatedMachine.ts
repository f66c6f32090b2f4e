import {
  hostMachine,
  frameMachine,
  type FrameImplementations,
  type HostImplementations,
  type HostInput,
} from '@meshes-embed/core/machine';
import type { AnyStateMachine, AnyTransitionDefinition } from 'xstate';
import type { Side } from '../chart/charts.ts';
import { definedTransitions } from '../chart/machineChart.ts';
import { waiting } from './waitingActor.ts';

const doNothing = (): void => {};

// What a machine leaves to the code that runs it, all of it: the compiler refuses a list that is not complete.

const host: HostImplementations = {
  actors: { fetchSession: waiting(), refreshSession: waiting() },
  actions: {
    showFrame: doNothing,
    makeRoom: doNothing,
    swapFrame: doNothing,
    retreat: doNothing,
    dropFrame: doNothing,
    removeFrame: doNothing,
    postAuth: doNothing,
    reportProblem: doNothing,
    reportUnresponsive: doNothing,
    reportIsolated: doNothing,
    reportFailure: doNothing,
  },
};
const frame: FrameImplementations = {
  actions: {
    sayReady: doNothing,
    requestToken: doNothing,
    sayExpired: doNothing,
    sayPage: doNothing,
    sayHeight: doNothing,
  },
};

/** The machines with nothing around them: their actors wait, and what they do to a page is left out. */
export const simulatedMachines: Readonly<Record<Side, AnyStateMachine>> = {
  host: hostMachine.provide(host),
  frame: frameMachine.provide(frame),
};

/** What a machine is started with. */
export const simulatedInput = (now: () => number): HostInput => ({
  now,
  random: () => 0.5,
  page: 'dashboard',
  // So that a preloaded session waits for its container, which it does nowhere else.
  movable: false,
  hostOrigin: 'https://host.example',
  minHeight: 480,
  maxHeight: 20_000,
  readyTimeout: () => 15_000,
});

/** The chart's id of a transition of the definition. */
export function transitionId(transition: AnyTransitionDefinition): string {
  const { source } = transition;
  return `${source.path.join('.')}#${definedTransitions(source).indexOf(transition)}`;
}

/** A state's path in the chart, from a machine's value. */
export function pathOfValue(value: unknown): string {
  if (typeof value === 'string') return value;
  const [outer = '', inner] = Object.entries(value as object)[0] ?? [];
  return `${outer}.${pathOfValue(inner)}`;
}
