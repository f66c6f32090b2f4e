import { initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { eventLabel, transitionsOf, type MachineChart } from '../chart/machineChart.ts';
import type { Side } from '../chart/charts.ts';
import { possibleEventsOf, type PossibleEvent } from './possibleEvents.ts';
import { pathOfValue, simulatedInput, simulatedMachines } from './simulatedMachine.ts';
import { createSimulation, isDeadline } from './simulation.ts';

/** One step of a way. */
export interface PathStep {
  readonly event: PossibleEvent['event'];
  /** The state that it leads to. */
  readonly state: string;
  /** Every event that leads there, as people read them, the one above first. */
  readonly labels: readonly string[];
}

/** A way to a state. */
export interface StatePath {
  readonly steps: readonly PathStep[];
}

/** A machine at some time. */
interface Point {
  readonly snapshot: AnyMachineSnapshot;
  readonly now: number;
  readonly state: string;
}

/** A machine that is tried out from any point, at the time that belongs to it. */
function walker(side: Side) {
  const machine: AnyStateMachine = simulatedMachines[side];
  let now = 0;
  const point = (snapshot: AnyMachineSnapshot): Point => ({ snapshot, now, state: pathOfValue(snapshot.value) });
  const [first] = initialTransition(
    machine,
    simulatedInput(() => now),
  );
  return {
    start: point(first as AnyMachineSnapshot),
    step(from: Point, { event }: PossibleEvent): Point {
      now = from.now;
      const { deadlineAt } = from.snapshot.context as { deadlineAt?: number };
      if (isDeadline(event.type) && deadlineAt !== undefined && Number.isFinite(deadlineAt))
        now = Math.max(now, deadlineAt);
      const [next] = transition(machine, from.snapshot, event);
      return point(next as AnyMachineSnapshot);
    },
  };
}

/** Every way from the start to a state that passes no state twice, the shortest first. */
export function pathsTo(side: Side, chart: MachineChart, target: string): readonly StatePath[] {
  const { start, step } = walker(side);
  /** What may happen in a state, what that state itself names first. */
  const possibleEventsIn = (state: string) =>
    [...new Set(transitionsOf(chart, state).map(({ eventType }) => eventType))].flatMap((type) =>
      possibleEventsOf(side, type),
    );
  const paths: StatePath[] = [];

  function follow(from: Point, passed: readonly string[], steps: readonly PathStep[]): void {
    if (from.state === target) paths.push({ steps });
    // A final state takes no event any more.
    if (from.state === target || from.snapshot.status !== 'active') return;
    const ways = new Map<string, { next: Point; event: PossibleEvent['event']; labels: Set<string> }>();
    for (const candidate of possibleEventsIn(from.state)) {
      const next = step(from, candidate);
      if (next.state === from.state || passed.includes(next.state)) continue;
      const { type } = candidate.event;
      // What is launched out of sight leads elsewhere than what is looked at.
      const { parked } = next.snapshot.context as { readonly parked?: boolean };
      const key = `${next.state} ${parked}`;
      const way = ways.get(key);
      if (way) way.labels.add(eventLabel(type));
      else ways.set(key, { next, event: candidate.event, labels: new Set([eventLabel(type)]) });
    }
    for (const { next, event, labels } of ways.values())
      follow(next, [...passed, next.state], [...steps, { event, state: next.state, labels: [...labels] }]);
  }
  follow(start, [start.state], []);
  // On some of them another timer would come first.
  return paths.filter((path) => endOf(side, path) === target).toSorted((a, b) => a.steps.length - b.steps.length);
}

/** Where a simulation ends that takes a way. */
function endOf(side: Side, { steps }: StatePath): string {
  const simulation = createSimulation(side);
  for (const step of steps) simulation.take(step);
  return simulation.getView().state;
}
